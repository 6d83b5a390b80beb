import { Prisma } from "@/lib/platform/db/db";
import { command, statement, typed } from "@/lib/platform/db/statement";
import type { LinkEnd, LinkPurpose } from "./status";

/** `links`: a JSON array of rows. */
export const insertLinks = command(
  (links: string) => Prisma.sql`
    INSERT INTO "VisitLink" ("id", "appointmentId", "purpose", "tokenHash", "userId", "phone", "doctorId", "startsAt", "expiresAt")
    SELECT l."id", a."id", l."purpose"::"VisitLinkPurpose", l."tokenHash", l."userId", l."phone", a."doctorId", l."startsAt", l."startsAt"
    FROM jsonb_to_recordset(${links}::jsonb) AS l("id" uuid, "appointmentId" uuid, "purpose" text, "tokenHash" text, "userId" uuid,
      "phone" text, "startsAt" timestamptz) JOIN "Appointment" a ON a."id" = l."appointmentId"`,
);

/** What a link opens now; no row for one that opens nothing. */
export const linkNow = statement(
  { appointmentId: "uuid", patientId: "uuid", purpose: typed<LinkPurpose>("enum") },
  (tokenHash: string) => Prisma.sql`
    SELECT "appointmentId", "patientId", "purpose" FROM "VisitLinkNow" WHERE "tokenHash" = ${tokenHash}`,
);

/** Why a link whose holder may still book for the patient opens nothing any more. */
export const linkBecame = statement(
  { became: typed<LinkEnd>("text?") },
  (tokenHash: string) => Prisma.sql`SELECT "became" FROM "VisitLinkHeld" WHERE "tokenHash" = ${tokenHash}`,
);

/** Removes links whose appointment began so many days ago. */
export const deleteOldLinks = command(
  (days: number) => Prisma.sql`DELETE FROM "VisitLink" WHERE "expiresAt" < now() - ${days} * interval '1 day'`,
);
