import { Prisma } from "@/lib/platform/db/db";
import { MOMENT, momentColumns } from "@/lib/platform/db/moment";
import { command, statement } from "@/lib/platform/db/statement";

/**
 * What transactions have changed that a snapshot didn't see, and the snapshot that sees them. The same whichever order they
 * have ended in: one that was under way counts when it ends.
 */
export const changesSince = statement(
  { ...momentColumns, tags: "text[]" },
  (snapshot: string) => Prisma.sql`
    SELECT ${MOMENT}, ARRAY(
      SELECT DISTINCT c."tag" FROM "PublicChange" c
      WHERE c."txid" >= pg_snapshot_xmax(${snapshot}::pg_snapshot)::text::bigint
        OR c."txid" = ANY(ARRAY(SELECT x::text::bigint FROM pg_snapshot_xip(${snapshot}::pg_snapshot) x))) AS "tags"`,
);

export const snapshotNow = statement(momentColumns, () => Prisma.sql`SELECT ${MOMENT}`);

export const deleteSeenChanges = command(
  () => Prisma.sql`DELETE FROM "PublicChange" WHERE "changedAt" < now() - interval '1 hour'`,
);
