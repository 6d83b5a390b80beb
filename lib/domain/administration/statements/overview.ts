import { Prisma } from "@/lib/platform/db/db";
import { statement, typed } from "@/lib/platform/db/statement";
import type { NowCounted } from "../status";

/**
 * What is going on at every place together: the appointments of a day by status, holds aside; beds by condition; calls by
 * status; accounts made since the day began; people who are signed in.
 */
export const platformNow = statement(
  { kind: typed<NowCounted>("text"), state: "text?", count: "int4" },
  (day: { from: Date; to: Date }) => Prisma.sql`
    SELECT 'appointment' AS "kind", a."status"::text AS "state", count(*)::int AS "count" FROM "Appointment" a
    WHERE a."startsAt" >= ${day.from} AND a."startsAt" < ${day.to} AND a."status" <> 'HELD' GROUP BY 2
    UNION ALL
    SELECT 'bed', n."condition", count(*)::int FROM "BedNow" n GROUP BY 2
    UNION ALL
    SELECT 'call', c."status"::text, count(*)::int FROM "AmbulanceBooking" c
    WHERE c."status" IN ('DISPATCHED', 'EN_ROUTE', 'ON_SCENE', 'TRANSPORTING', 'ARRIVED') GROUP BY 2
    UNION ALL
    SELECT 'call', 'REQUESTED', count(*)::int FROM "AmbulanceBooking" c WHERE c."status" = 'REQUESTED'
    UNION ALL
    SELECT 'sign-up', NULL, count(*)::int FROM "User" u WHERE u."createdAt" >= ${day.from}
    UNION ALL
    SELECT 'signed-in', NULL, count(DISTINCT s."userId")::int
    FROM "Session" s JOIN "User" u ON u."id" = s."userId" AND u."sessionEpoch" = s."sessionEpoch"
    WHERE s."expiresAt" > now() AND s."revokedAt" IS NULL`,
);
