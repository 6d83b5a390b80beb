import { Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { deviceOffset } from "@/lib/platform/time/clock";

const BATCH = 500;

type Unknown = { id: string; startsAt: Date; zone: string };

/**
 * Records the promised offset of upcoming visits booked before offsets were stored: the one that Node.js's own zones
 * give, by which they were offered. Changes nothing else. Returns how many.
 */
export async function notePromises(now: Date = new Date()): Promise<number> {
  let count = 0;
  let after = Prisma.empty;
  for (;;) {
    const rows = await sql.$queryRaw<Unknown[]>`
      SELECT a."id", a."startsAt", coalesce(s."timeZone", h."timeZone", d."timeZone") AS "zone"
      FROM "Appointment" a JOIN "Doctor" d ON d."id" = a."doctorId"
      LEFT JOIN "Schedule" s ON s."id" = a."scheduleId" LEFT JOIN "Hospital" h ON h."id" = a."hospitalId"
      WHERE a."promisedOffsetMinutes" IS NULL AND a."status" IN ('PENDING', 'CONFIRMED') AND a."startsAt" > ${now} ${after}
      ORDER BY a."startsAt", a."id" LIMIT ${BATCH}`;
    const last = rows.at(-1);
    if (!last) return count;
    const noted = rows.map(({ id, startsAt, zone }) => ({
      id,
      startsAt,
      offset: deviceOffset(startsAt.getTime(), zone),
    }));
    // A visit moved meanwhile has a promised offset of its own.
    count += await sql.$executeRaw`
      UPDATE "Appointment" a SET "promisedOffsetMinutes" = n."offset"
      FROM jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) AS n("id" uuid, "startsAt" timestamptz, "offset" smallint)
      WHERE a."id" = n."id" AND a."startsAt" = n."startsAt" AND a."promisedOffsetMinutes" IS NULL`;
    after = Prisma.sql`AND (a."startsAt", a."id") > (${last.startsAt}, ${last.id}::uuid)`;
  }
}
