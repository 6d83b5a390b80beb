import { Prisma } from "@/lib/platform/db/db";

/** What an export is of: a hospital's (null: the platform's), within a half-open period where there is one. */
export type Scope = { hospitalId: string | null; fromAt: Date | null; toAt: Date | null };

/** The row after which to read on, by the sort values of its kind; and how many rows. */
export type Batch = { after: readonly string[] | null; take: number };

export const PATIENT_COLUMNS = {
  patient_id: "uuid?",
  patient_name: "text?",
  patient_born_on: "text?",
  patient_phone: "text?",
} as const;

export const PATIENT = Prisma.sql`p."id" AS "patient_id", p."name" AS "patient_name",
      to_char(p."bornOn", 'YYYY-MM-DD') AS "patient_born_on", p."phone" AS "patient_phone"`;

/** The condition that an instant lies in the period. */
export function within(at: Prisma.Sql, { fromAt, toAt }: Scope): Prisma.Sql {
  const from = fromAt ? Prisma.sql`AND ${at} >= ${fromAt}` : Prisma.empty;
  const to = toAt ? Prisma.sql`AND ${at} < ${toAt}` : Prisma.empty;
  return Prisma.sql`${from} ${to}`;
}

/** The condition that a row comes after the one before, by an instant and its ID. */
export function beyond(at: Prisma.Sql, id: Prisma.Sql, after: Batch["after"]): Prisma.Sql {
  if (!after) return Prisma.empty;
  return Prisma.sql`AND (${at}, ${id}) > (${after[0]}::timestamptz, ${after[1]}::uuid)`;
}
