import { Prisma, type BookingTextKind } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";

/** What was written about appointments, as far as the acting person may read it; no row where nothing was. */
export const textsOfAppointments = statement(
  { id: "uuid", reason: "text?", statusReason: "text?" },
  (ids: string[]) => Prisma.sql`
    SELECT "appointmentId" AS "id", max("text") FILTER (WHERE "kind" = 'REASON') AS "reason",
      max("text") FILTER (WHERE "kind" = 'STATUS_REASON') AS "statusReason"
    FROM "AppointmentText" WHERE "appointmentId" = ANY(${ids}::uuid[]) GROUP BY 1`,
);

export const insertAppointmentText = command(
  (appointmentId: string, kind: BookingTextKind, text: string) => Prisma.sql`
    INSERT INTO "AppointmentText" ("appointmentId", "kind", "text")
    VALUES (${appointmentId}::uuid, ${kind}::"BookingTextKind", ${text})`,
);
