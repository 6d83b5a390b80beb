import type { Db } from "@/lib/platform/db/db";
import { decryptRowTexts, type StoredTexts } from "@/lib/platform/encryption/row-texts";
import type { TextsOf, TextTable } from "./encrypt-texts";
import { ENCRYPTED_TEXTS } from "./status";

/** What a row's texts are read from. */
export const storedTextSelect = { id: true, encryptedText: true, plainText: true } as const;

type Decrypted<R, T extends TextTable> = Omit<R, "encryptedText" | "plainText"> & TextsOf<T>;

/**
 * Returns rows of a table with their texts. The only way in which notes, medicines and additions are read. Throws `unavailable`
 * without the installation's keys, `internal` when a text was altered or belongs to another row.
 */
export async function decryptTexts<T extends TextTable, R extends StoredTexts>(
  client: Db,
  table: T,
  rows: readonly R[],
): Promise<Decrypted<R, T>[]> {
  const names: readonly string[] = ENCRYPTED_TEXTS[table];
  const texts = await decryptRowTexts(client, table, rows);
  return rows.map(({ encryptedText: _encrypted, plainText: _plain, ...rest }, index) => {
    const own = Object.fromEntries(names.map((name) => [name, texts[index]?.[name] ?? ""]));
    return { ...rest, ...own } as unknown as Decrypted<R, T>;
  });
}

type StoredNote = StoredTexts & { prescriptions: (StoredTexts & { days: number | null })[]; addenda: StoredTexts[] };

/** A note with its texts, its medicines and what was added to it. */
export type DecryptedNote<R extends StoredNote> = Omit<Decrypted<R, "Encounter">, "prescriptions" | "addenda"> & {
  prescriptions: Omit<Decrypted<R["prescriptions"][number], "Prescription">, "id">[];
  addenda: Decrypted<R["addenda"][number], "Addendum">[];
};

/** Does the same for a note and all that belongs to it. */
export async function decryptNote<R extends StoredNote>(client: Db, row: R): Promise<DecryptedNote<R>> {
  const [note] = await decryptTexts(client, "Encounter", [row]);
  const medicines = await decryptTexts(client, "Prescription", row.prescriptions);
  const addenda = await decryptTexts(client, "Addendum", row.addenda);
  const prescriptions = medicines.map(({ id: _id, ...medicine }) => medicine);
  return { ...note, prescriptions, addenda } as unknown as DecryptedNote<R>;
}
