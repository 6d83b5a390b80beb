import { Prisma, type Tx } from "@/lib/platform/db/db";
import { encryptRowTexts } from "@/lib/platform/encryption/row-texts";
import { ENCRYPTED_TEXTS } from "./status";

/** A table with encrypted texts, and what its rows say. */
export type TextTable = keyof typeof ENCRYPTED_TEXTS;
export type TextsOf<T extends TextTable> = Record<(typeof ENCRYPTED_TEXTS)[T][number], string>;

type Encrypted<R, T extends TextTable> = Omit<R, keyof TextsOf<T>> & {
  encryptedText: Uint8Array<ArrayBuffer>;
  plainText: typeof Prisma.DbNull;
};

/**
 * Returns rows of a table as they are stored: their texts encrypted, the rest as it is. A text that isn't given is empty. The
 * only way in which notes, medicines and additions are written. Throws `unavailable` without the installation's keys.
 */
export async function encryptTexts<T extends TextTable, R extends { id: string } & Partial<TextsOf<T>>>(
  tx: Tx,
  table: T,
  rows: readonly R[],
): Promise<Encrypted<R, T>[]> {
  const names: readonly string[] = ENCRYPTED_TEXTS[table];
  const split = rows.map((row) => {
    const given: Partial<Record<string, unknown>> = row;
    return {
      texts: Object.fromEntries(names.map((name) => [name, String(given[name] ?? "")])),
      rest: Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))),
    };
  });
  const texts = split.map((one, index) => ({ id: rows[index]?.id ?? "", texts: one.texts }));
  const encrypted = await encryptRowTexts(tx, table, texts);
  return split.map(
    ({ rest }, index) =>
      ({ ...rest, encryptedText: encrypted[index], plainText: Prisma.DbNull }) as unknown as Encrypted<R, T>,
  );
}
