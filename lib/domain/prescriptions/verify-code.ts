import { sql } from "@/lib/platform/db/sql";
import { digestCode } from "./internal/codes";
import { readCode } from "./rules";
import { codeIsValid } from "./statements";

/**
 * Tells whether a prescription with this code was issued here and holds. What can't be a code is looked up all the same, so
 * that every answer takes the same time.
 */
export async function verifyCode(typed: string): Promise<{ valid: boolean }> {
  const code = readCode(typed);
  const [row] = await codeIsValid(sql, digestCode(code ?? "no code"));
  return { valid: row?.valid === true && code !== null };
}
