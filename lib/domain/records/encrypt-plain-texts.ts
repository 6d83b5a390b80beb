import { isDeepStrictEqual } from "node:util";
import { inTransactionAs } from "@/lib/platform/db/transaction";
import { decryptTexts } from "./decrypt-texts";
import { encryptTexts, type TextTable } from "./encrypt-texts";
import { plainTexts, replacePlainTexts } from "./statements";
import { ENCRYPTED_TEXTS } from "./status";

const BATCH = 100;
const TABLES = Object.keys(ENCRYPTED_TEXTS) as TextTable[];

/**
 * Encrypts what was written before texts were encrypted, while the site goes on serving: a hundred rows at a time, and none
 * are begun after `until`. An interrupted run is taken up by the next. Nothing else of a row changes, signed ones included: a
 * trigger sees to it. Returns how many were encrypted. Throws `unavailable` without the installation's keys.
 */
export async function encryptPlainTexts(until: Date): Promise<number> {
  let count = 0;
  for (const table of TABLES) {
    for (let written = BATCH; written === BATCH && new Date() < until; count += written)
      written = await encryptSome(table);
  }
  return count;
}

async function encryptSome(table: TextTable): Promise<number> {
  const plain = await inTransactionAs({ "app.encrypting": "on" }, (tx) => plainTexts(tx, table, BATCH));
  if (plain.length === 0) return 0;
  const ids = plain.map(({ id }) => id).join(",");
  return inTransactionAs({ "app.encrypting": "on", "app.rows_to_encrypt": ids }, async (tx) => {
    const rows = await decryptTexts(tx, table, plain);
    const encrypted = await encryptTexts(tx, table, rows);
    // Read again before the plain text goes.
    if (!isDeepStrictEqual(await decryptTexts(tx, table, encrypted), rows))
      throw new Error("a text was not encrypted whole");
    await replacePlainTexts(tx, table, encrypted);
    return plain.length;
  });
}
