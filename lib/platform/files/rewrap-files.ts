import { db } from "@/lib/platform/db/db";
import { currentKeyId } from "@/lib/platform/encryption/data-key";
import { rewrapAll, type Rewrapped } from "@/lib/platform/encryption/rewrap-all";
import { contextOf } from "./context";

/** Wraps the data key of every stored file under the current master key; the files themselves stay as they are. */
export function rewrapFiles(): Promise<Rewrapped> {
  return rewrapAll({
    listOthers: (after, take) =>
      db.storedFile.findMany({
        where: { keyId: { not: currentKeyId() }, ...(after && { id: { gt: after } }) },
        orderBy: { id: "asc" },
        take,
        select: { id: true, keyId: true, wrappedKey: true },
      }),
    replace: ({ id, keyId }, data) => db.storedFile.updateMany({ where: { id, keyId }, data }),
    contextOf,
  });
}
