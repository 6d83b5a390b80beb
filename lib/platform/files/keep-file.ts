import { db } from "@/lib/platform/db/db";
import { makeDataKey } from "@/lib/platform/encryption/data-key";
import { sealSegments } from "@/lib/platform/encryption/segments";
import { fileStore } from "./chosen-store";
import { contextOf } from "./context";

/**
 * Encrypts bytes under a key of their own and stores them under an ID that they had in another installation. One that something
 * shows already stays as it is. As after `storeFile`, nothing shows them until they are claimed.
 */
export async function keepFile(id: string, bytes: Uint8Array): Promise<void> {
  const { key, ...wrapped } = makeDataKey(contextOf(id));
  const fresh = { ...wrapped, createdAt: new Date(), releasedAt: null };
  const there = await db.storedFile.findUnique({ where: { id }, select: { claimedAt: true } });
  if (there?.claimedAt) return;
  await db.storedFile.upsert({ where: { id }, create: { id, ...fresh }, update: fresh });
  await fileStore().put(id, sealSegments(key, bytes));
}
