import type { Sql } from "@/lib/platform/db/sql";
import { takeLocks } from "../statements/beds";

type Locked = { bedIds: (string | null | undefined)[]; patientId?: string };

/**
 * Returns the locks of beds and of a patient's stays, by name. Writing a booking that has a bed, or a bed's state,
 * requires that bed's lock. Everyone takes them in this order: `ambulance:` < `bed:` < `stay:` < `ward:`.
 */
export function bedLocks({ bedIds, patientId }: Locked): string[] {
  const beds = [...new Set(bedIds)].flatMap((id) => (id ? [`bed:${id}`] : [])).sort();
  return patientId ? [...beds, `stay:${patientId}`] : beds;
}

/**
 * Takes the locks in a transaction that does more, until it ends, and returns the database's time after the last one:
 * what happens to a bed later also has the later time, whatever the processes' clocks say.
 */
export async function lockBeds(tx: Sql, locked: Locked): Promise<Date> {
  const [row] = await takeLocks(tx, bedLocks(locked));
  return row?.now ?? new Date();
}
