import type { Db, Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { DecryptionError } from "./data-key";
import { decryptText, encryptText, keyIdOf } from "./encrypted-text";
import { keyForNewTexts, listTextKeys } from "./text-keys";

/** The texts of a row as they are stored: encrypted, or still as they were written before that was so. */
export type StoredTexts = { id: string; encryptedText: Uint8Array | null; plainText: unknown };
type Texts = Readonly<Record<string, string>>;

/** The texts of a row are one JSON object, so that their names are as safe from exchange as the row is by its context. */
const contextOf = (table: string, id: string): string => `${table}:${id}`;

/**
 * Encrypts the texts of each row of a table, in the transaction that stores them. Throws `unavailable` without the
 * installation's keys.
 */
export async function encryptRowTexts(
  tx: Tx,
  table: string,
  rows: readonly { id: string; texts: Texts }[],
): Promise<Uint8Array<ArrayBuffer>[]> {
  if (rows.length === 0) return [];
  const key = await keyForNewTexts(tx).catch(asMissingKeys);
  return rows.map(({ id, texts }) => encryptText(key, JSON.stringify(texts), contextOf(table, id)));
}

/**
 * Returns the texts of each row of a table. Throws `unavailable` without the installation's keys, `internal` when a text was
 * altered or belongs to another row.
 */
export async function decryptRowTexts(client: Db, table: string, rows: readonly StoredTexts[]): Promise<Texts[]> {
  try {
    const ids = rows.flatMap(({ encryptedText }) => (encryptedText ? keyIdOf(encryptedText) : []));
    const keys = ids.length > 0 ? await listTextKeys(client, ids).catch(asMissingKeys) : new Map<string, Buffer>();
    return rows.map(({ id, encryptedText, plainText }) => {
      if (!encryptedText) return (plainText ?? {}) as Texts;
      const key = keys.get(keyIdOf(encryptedText));
      if (!key) throw new DecryptionError("the data key of a text isn't stored");
      return JSON.parse(decryptText(key, encryptedText, contextOf(table, id))) as Texts;
    });
  } catch (cause) {
    if (!(cause instanceof DecryptionError)) throw cause;
    throw new AppError("internal", "A text of this record can't be read: it was altered. Tell the site's operator.", {
      cause,
    });
  }
}

function asMissingKeys(cause: unknown): never {
  if (!(cause instanceof DecryptionError)) throw cause;
  const detail = "The keys for the records are missing. Nothing is lost. Tell the site's operator.";
  throw new AppError("unavailable", detail, { cause });
}
