import type { Actor } from "@/lib/actor/actor";
import { db, type Db } from "@/lib/platform/db/db";
import { visibleTo } from "./policy";

export type MyPatient = { id: string; name: string; relation: "SELF" | "CHILD" | "PARENT" | "SPOUSE" | "OTHER" };

/** Returns the people this account books for, oneself first. */
export function myPatients(actor: Actor): Promise<MyPatient[]> {
  return myPatientsIn(db, actor);
}

/** As `myPatients`, with the client of a transaction. */
export async function myPatientsIn(client: Db, actor: Actor): Promise<MyPatient[]> {
  const rows = await client.patient.findMany({
    where: visibleTo(actor),
    select: {
      id: true,
      name: true,
      accesses: { where: { userId: actor.userId ?? undefined }, select: { relation: true } },
    },
  });
  return actor.patientIds.flatMap((id) => {
    const row = rows.find((patient) => patient.id === id);
    const relation = row?.accesses[0]?.relation;
    return row && relation ? [{ id, name: row.name, relation }] : [];
  });
}
