import { db } from "@/lib/platform/db/db";
import { currentKeyId, DecryptionError, rewrapDataKey } from "@/lib/platform/encryption/data-key";
import { contextOf } from "./context";

const BATCH = 200;

/**
 * Wraps the data key of every stored file under the current master key, while the site goes on serving. The files
 * themselves stay as they are. `failed` counts those whose key can't be opened; running it again is safe.
 */
export async function rewrapFiles(): Promise<{ rewrapped: number; failed: number }> {
  const done = { rewrapped: 0, failed: 0 };
  for (let after: string | undefined; ;) {
    const rows = await db.storedFile.findMany({
      where: { keyId: { not: currentKeyId() }, ...(after === undefined ? {} : { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true, keyId: true, wrappedKey: true },
    });
    for (const row of rows) done[(await rewrapFile(row)) ? "rewrapped" : "failed"] += 1;
    if (rows.length < BATCH) return done;
    after = rows.at(-1)?.id;
  }
}

async function rewrapFile({ id, ...stored }: { id: string; keyId: string; wrappedKey: Uint8Array<ArrayBuffer> }) {
  try {
    const data = rewrapDataKey(stored, contextOf(id));
    await db.storedFile.updateMany({ where: { id, keyId: stored.keyId }, data });
    return true;
  } catch (error) {
    if (error instanceof DecryptionError) return false;
    throw error;
  }
}
