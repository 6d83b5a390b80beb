import { openMovedCode } from "@/lib/domain/prescriptions/move-code";
import { db } from "@/lib/platform/db/db";
import { decryptRowTexts, type StoredTexts } from "@/lib/platform/encryption/row-texts";
import { StartError } from "../process/start-error";
import type { Shape } from "./row-shape";

/** What is selected of a row `t` beside it, to read what is encrypted under this installation's keys. */
export function secretColumns({ moved }: Shape): string {
  if (moved.secret === "texts") return `, t."id", t."encryptedText", t."plainText"`;
  return moved.secret === "code" ? `, t."encounterId", t."sealedCode"` : "";
}

export type StoredSecret = Partial<StoredTexts> & { encounterId?: string; sealedCode?: string };

/** Returns what each row says that is encrypted, as JSON; undefined where a table has nothing of the kind. */
export async function openSecrets(
  { table, moved }: Shape,
  rows: readonly StoredSecret[],
): Promise<(string | undefined)[]> {
  if (moved.secret === "texts") {
    const stored = rows.map(({ id = "", encryptedText = null, plainText }) => ({ id, encryptedText, plainText }));
    const texts = await decryptRowTexts(db, table, stored);
    return texts.map((said, index) => JSON.stringify({ id: stored[index]?.id, texts: said }));
  }
  if (moved.secret !== "code") return rows.map(() => undefined);
  return rows.map(({ encounterId = "", sealedCode = "" }) => {
    const code = openMovedCode({ encounterId, sealedCode });
    if (code === null)
      throw new StartError("The code of a prescription can't be read: NEXTAUTH_SECRET was another one.");
    return JSON.stringify({ encounterId, code });
  });
}
