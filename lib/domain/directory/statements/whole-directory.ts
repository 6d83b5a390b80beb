import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";

/** Where listed doctors work, most frequent first. */
export const citiesOfDoctors = statement(
  { city: "text" },
  (limit: number) => Prisma.sql`
    SELECT "city" FROM (
      SELECT "city" FROM "Doctor" WHERE "verification" = 'VERIFIED' AND "city" <> ''
      UNION ALL
      SELECT h."city" FROM "Affiliation" a JOIN "Hospital" h ON h."id" = a."hospitalId" AND h."verification" = 'VERIFIED'
        JOIN "Doctor" d ON d."id" = a."doctorId" AND d."verification" = 'VERIFIED' WHERE a."status" = 'ACTIVE' AND h."city" <> ''
    ) AS place GROUP BY "city" ORDER BY count(*) DESC, "city" LIMIT ${limit}`,
);

/** What listed doctors speak, most frequent first. */
export const languagesOfDoctors = statement(
  { language: "text" },
  () => Prisma.sql`
    SELECT l AS "language" FROM "Doctor", unnest("languages") AS l WHERE "verification" = 'VERIFIED' GROUP BY l ORDER BY count(*) DESC, l LIMIT 60`,
);

/** `at`: the ISO instant of the doctor's next available time. */
export const writeNextSlots = command((slots: { doctorId: string; at: string | null }[], now: Date) => {
  const rows = slots.map(({ doctorId, at }) => Prisma.sql`(${doctorId}::uuid, ${at}::timestamptz)`);
  return Prisma.sql`
    UPDATE "Doctor" d SET "nextSlotAt" = v."at", "nextSlotCheckedAt" = ${now}
    FROM (VALUES ${Prisma.join(rows)}) AS v("id", "at") WHERE d."id" = v."id"`;
});

/** Whose next slot has passed or is near, if not checked for a minute, and who was not checked for an hour. */
export const doctorsToCheck = statement(
  { id: "uuid" },
  ({ inAnHour, minuteAgo, hourAgo }: Record<"inAnHour" | "minuteAgo" | "hourAgo", Date>, limit: number) => Prisma.sql`
    SELECT "id" FROM "Doctor" WHERE "verification" = 'VERIFIED'
      AND ("nextSlotAt" < ${inAnHour} AND ("nextSlotCheckedAt" IS NULL OR "nextSlotCheckedAt" < ${minuteAgo})
        OR "nextSlotCheckedAt" IS NULL OR "nextSlotCheckedAt" < ${hourAgo})
    ORDER BY "nextSlotCheckedAt" NULLS FIRST LIMIT ${limit}`,
);
