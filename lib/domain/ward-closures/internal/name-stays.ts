import type { Actor } from "@/lib/actor/actor";
import { listStayNames } from "@/lib/domain/beds/queries";
import { toStayOutput } from "../output";
import type { AffectedStay } from "../queries";
import type { ClosureStayOutput } from "../schema";

export type NamedStay = ClosureStayOutput & { patientName: string };

/** Returns the affected with the names of those the actor sees, who needs them to decide. */
export async function nameStays(actor: Actor, stays: AffectedStay[]): Promise<NamedStay[]> {
  const rows = await listStayNames(
    actor,
    stays.map(({ id }) => id),
  );
  const names = new Map(rows.map(({ id, patient }) => [id, patient.name]));
  return stays.map((stay) => ({ ...toStayOutput(stay), patientName: names.get(stay.id) ?? "" }));
}
