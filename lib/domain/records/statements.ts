import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";
import type { ENCRYPTED_TEXTS } from "./status";

type TextTable = keyof typeof ENCRYPTED_TEXTS;

const nameOf = (table: TextTable) => Prisma.raw(`"${table}"`);

/** What is still plain of a table's texts; row-level security shows it to the job that encrypts it. */
export const plainTexts = statement(
  { id: "uuid", encryptedText: "bytea?", plainText: "jsonb?" },
  (table: TextTable, take: number) => Prisma.sql`
    SELECT "id", "encryptedText", "plainText" FROM ${nameOf(table)}
    WHERE "plainText" IS NOT NULL ORDER BY "id" LIMIT ${take}::int`,
);

/** Puts encrypted texts in the place of plain ones, and touches nothing else of their rows. */
export const replacePlainTexts = command(
  (table: TextTable, rows: readonly { id: string; encryptedText: Uint8Array }[]) => Prisma.sql`
    UPDATE ${nameOf(table)} t SET "encryptedText" = decode(n."encrypted", 'base64'), "plainText" = NULL
    FROM unnest(
      ${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ encryptedText }) => Buffer.from(encryptedText).toString("base64"))}::text[]
    ) n("id", "encrypted")
    WHERE t."id" = n."id" AND t."plainText" IS NOT NULL`,
);

/**
 * Of when and whom these notes are, for who reads medicines or measurements by a link, without the notes themselves. Of notes
 * the acting link doesn't open, no row.
 */
export const linkedNotes = statement(
  {
    id: "uuid",
    signedAt: "timestamptz",
    isWithdrawn: "bool",
    startsAt: "timestamptz",
    timeZone: "text",
    doctorName: "text",
  },
  (encounterIds: string[]) => Prisma.sql`SELECT * FROM "linked_notes"(${[...new Set(encounterIds)]}::uuid[])`,
);
