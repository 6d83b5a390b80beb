import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";

/** `mails`: a JSON array of `{ id, to, subject, text, hospitalId, dueAt }`. */
export const insertMails = command(
  (mails: string) => Prisma.sql`
    INSERT INTO "OutboundMail" ("id", "toAddress", "subject", "text", "hospitalId", "dueAt")
    SELECT m.* FROM jsonb_to_recordset(${mails}::jsonb)
      AS m("id" uuid, "to" text, "subject" text, "text" text, "hospitalId" uuid, "dueAt" timestamptz)`,
);

export const lockMailsOf = statement(
  { locked: "text" },
  (hospitalId: string) =>
    Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`mails:${hospitalId}`}, 0))::text AS "locked"`,
);

/** How many mails a hospital has due on each day from then on; days are counted from 1970 (UTC). */
export const mailsPerDay = statement(
  { day: "int4", used: "int4" },
  (hospitalId: string, from: Date) => Prisma.sql`
    SELECT floor(extract(epoch FROM "dueAt") / 86400)::int AS "day", count(*)::int AS "used" FROM "OutboundMail"
    WHERE "hospitalId" = ${hospitalId}::uuid AND "dueAt" >= ${from} GROUP BY 1`,
);
