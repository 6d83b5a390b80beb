import { Prisma, type BookingTextKind } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";

/** What was written about stays, as far as the acting person may read it; no row where nothing was. */
export const textsOfStays = statement(
  { id: "uuid", reason: "text?", statusReason: "text?" },
  (ids: string[]) => Prisma.sql`
    SELECT "bookingId" AS "id", max("text") FILTER (WHERE "kind" = 'REASON') AS "reason",
      max("text") FILTER (WHERE "kind" = 'STATUS_REASON') AS "statusReason"
    FROM "BedBookingText" WHERE "bookingId" = ANY(${ids}::uuid[]) GROUP BY 1`,
);

export const insertStayText = command(
  (bookingId: string, kind: BookingTextKind, text: string) => Prisma.sql`
    INSERT INTO "BedBookingText" ("bookingId", "kind", "text")
    VALUES (${bookingId}::uuid, ${kind}::"BookingTextKind", ${text})`,
);
