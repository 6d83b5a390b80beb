import { Prisma } from "@/lib/platform/db/db";
import { statement } from "@/lib/platform/db/statement";

/** Whether a code's digest is of a prescription that holds. For people without an account: it answers nothing else. */
export const codeIsValid = statement(
  { valid: "bool" },
  (digest: string) => Prisma.sql`SELECT "is_prescription_valid"(${digest}) AS "valid"`,
);
