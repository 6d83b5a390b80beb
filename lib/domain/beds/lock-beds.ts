import type { Tx } from "@/lib/platform/db/db";

/**
 * Takes the locks of beds and of a patient's stays until the transaction ends, in one order for everybody, and returns
 * the database's time after the last of them was got: what happens to a bed later also has the later time, whatever
 * the clocks of the processes say. Whoever writes a booking that has a bed, or a bed's state, holds that bed's lock.
 * Inside a transaction that locks other things, those come first by name: `ambulance:` < `bed:` < `stay:` < `ward:`.
 */
export async function lockBeds(tx: Tx, { bedIds, patientId }: { bedIds: (string | null | undefined)[]; patientId?: string }): Promise<Date> {
  const keys = [...new Set(bedIds)].flatMap((id) => (id ? [`bed:${id}`] : [])).sort();
  if (patientId) keys.push(`stay:${patientId}`);
  const [row] = await tx.$queryRaw<{ now: Date }[]>`
    WITH l AS MATERIALIZED (
      SELECT pg_advisory_xact_lock(hashtextextended(k, 0)) FROM unnest(${keys}::text[]) WITH ORDINALITY AS t(k, n) ORDER BY n
    ) SELECT clock_timestamp() AS "now" FROM (SELECT count(*) FROM l) AS got`;
  return row?.now ?? new Date();
}
