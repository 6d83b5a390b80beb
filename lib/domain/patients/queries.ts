import type { Actor } from "@/lib/actor/actor";
import { db, type Db } from "@/lib/platform/db/db";
import { visibleTo } from "./policy";
import type { AccessScope, Relation } from "./schema";

export type MyPatient = {
  id: string;
  name: string;
  relation: Relation;
  scope: AccessScope;
};

/** Returns the people this account acts for, oneself first: by default those it books for. */
export function listOwnPatients(actor: Actor, ids: readonly string[] = actor.patientIds): Promise<MyPatient[]> {
  return listOwnPatientsIn(db, actor, ids);
}

/** As `listOwnPatients`, with the client of a transaction. */
export async function listOwnPatientsIn(client: Db, actor: Actor, ids: readonly string[]): Promise<MyPatient[]> {
  const rows = await client.patient.findMany({
    where: visibleTo(actor),
    select: {
      id: true,
      name: true,
      accesses: { where: { userId: actor.userId ?? undefined }, select: { relation: true, scope: true } },
    },
  });
  return ids.flatMap((id) => {
    const row = rows.find((patient) => patient.id === id);
    const access = row?.accesses[0];
    return row && access ? [{ id, name: row.name, ...access }] : [];
  });
}
