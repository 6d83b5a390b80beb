import type { Hours } from "@/lib/domain/schedules/slots";
import { Prisma } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";

type Text = { rules: Hours["rules"]; exceptions: Hours["exceptions"] };

/** Open hours in the order of their IDs, and up to which day they have been noted. `since`: only those that changed since. */
export const hoursToNote = statement(
  {
    id: "uuid",
    doctorId: "uuid",
    hospitalId: "uuid?",
    timeZone: "text",
    placeZone: "text",
    rules: typed<Text["rules"]>("jsonb"),
    exceptions: typed<Text["exceptions"]>("jsonb"),
    createdAt: "timestamptz",
    notedTo: "date?",
  },
  (after: string, since: Date | null, limit: number) => Prisma.sql`
    SELECT s."id", s."doctorId", s."hospitalId", s."timeZone", coalesce(h."timeZone", d."timeZone") AS "placeZone", s."rules", s."exceptions", s."createdAt",
      (SELECT max(o."day") FROM "OfferedDay" o WHERE o."doctorId" = s."doctorId" AND o."hospitalId" IS NOT DISTINCT FROM s."hospitalId") AS "notedTo"
    FROM "Schedule" s JOIN "Doctor" d ON d."id" = s."doctorId" LEFT JOIN "Hospital" h ON h."id" = s."hospitalId"
    WHERE s."id" > ${after}::uuid AND s."closedAt" IS NULL AND (${since}::timestamptz IS NULL OR s."updatedAt" > ${since}::timestamptz)
    ORDER BY s."id" LIMIT ${limit}`,
);

/** Notes how long days were open; only what has changed is written. `rows`: JSON. */
export const putOffered = command(
  (rows: string) => Prisma.sql`
    INSERT INTO "OfferedDay" AS o ("doctorId", "hospitalId", "day", "minutes")
    SELECT "doctorId", "hospitalId", "day", "minutes" FROM jsonb_populate_recordset(NULL::"OfferedDay", ${rows}::jsonb)
    ON CONFLICT ("doctorId", "hospitalId", "day") DO UPDATE SET "minutes" = EXCLUDED."minutes" WHERE o."minutes" <> EXCLUDED."minutes"`,
);
