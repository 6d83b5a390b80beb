import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import type { NamedVisit } from "../schema";

/**
 * Returns the doctor's own visits among these, with the names the doctor needs to decide; ascending. Others' are left
 * out.
 */
export async function listDisplaced(actor: Actor, ids: string[]): Promise<NamedVisit[]> {
  if (!actor.doctorId || ids.length === 0) return [];
  const rows = await db.appointment.findMany({
    where: { id: { in: ids }, doctorId: actor.doctorId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, startsAt: true, endsAt: true, needsRebooking: true, patient: { select: { name: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    start: row.startsAt.toISOString(),
    end: row.endsAt.toISOString(),
    patientName: row.patient.name,
    isMarked: row.needsRebooking,
  }));
}
