import { v7 as uuidv7 } from "uuid";
import { db, type Tx } from "@/lib/platform/db/db";
import { makeDataKey, unwrapDataKey } from "@/lib/platform/encryption/data-key";
import { openSegments, sealSegments } from "@/lib/platform/encryption/segments";
import { AppError } from "@/lib/platform/errors/app-error";
import { log } from "@/lib/platform/log/log";
import { contextOf } from "./context";
import { fileStore } from "./chosen-store";

/** How long stored bytes may wait for the row that shows them; the sweep leaves them longer than that. */
const CLAIM_MS = 3_600_000;

/**
 * Encrypts bytes under a key of their own, stores them and returns their ID. Nothing shows them until `claimFile`; if
 * nothing ever does, as after a crash, they are swept away. Throws `unavailable`.
 */
export async function storeFile(bytes: Uint8Array): Promise<string> {
  const id = uuidv7();
  const { key, ...wrapped } = makeDataKey(contextOf(id));
  // The row comes first: whatever happens next, it knows of the bytes.
  await db.storedFile.create({ data: { id, ...wrapped } });
  try {
    await fileStore().put(id, sealSegments(key, bytes));
  } catch (cause) {
    throw new AppError("unavailable", "The file couldn't be stored. Please try again later.", { cause });
  }
  return id;
}

/** Marks stored bytes as used, in the transaction that writes the row which shows them. */
export async function claimFile(tx: Tx, id: string): Promise<void> {
  const { count } = await tx.storedFile.updateMany({
    where: { id, claimedAt: null, createdAt: { gt: new Date(Date.now() - CLAIM_MS) } },
    data: { claimedAt: new Date() },
  });
  if (count === 0) throw new AppError("unavailable", "Storing the file took too long. Please try again.");
}

/** Gives stored bytes up, in the transaction that removes the row which shows them; the sweep removes them for good. */
export async function releaseFile(tx: Tx, id: string): Promise<void> {
  await tx.storedFile.updateMany({ where: { id }, data: { releasedAt: new Date() } });
}

/**
 * Returns the decrypted bytes, each part verified before it is handed on; if a later one turns out to be altered, the
 * stream breaks off. Throws `internal` when not even the first can be read. For use cases that have checked who may.
 */
export async function openFile(id: string): Promise<ReadableStream<Uint8Array>> {
  const { parts, first } = await openParts(id).catch((cause: unknown) => {
    const detail = "This file can't be opened: its content or its key is missing or altered. Tell the site's operator.";
    throw new AppError("internal", detail, { cause });
  });
  const begun: IteratorResult<Uint8Array>[] = [first];
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = begun.shift() ?? (await parts.next());
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        log.error({ err: error }, "a stored file can't be read to its end");
        controller.error(error);
      }
    },
    cancel: () => void parts.return(undefined),
  });
}

async function openParts(id: string) {
  const stored = await db.storedFile.findUniqueOrThrow({ where: { id }, select: { keyId: true, wrappedKey: true } });
  const source = await fileStore().open(id);
  if (!source) throw new Error("the stored bytes are missing");
  const parts = openSegments(unwrapDataKey(stored, contextOf(id)), source);
  return { parts, first: await parts.next() };
}
