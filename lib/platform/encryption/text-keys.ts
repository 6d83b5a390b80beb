import { v7 as uuidv7 } from "uuid";
import { config } from "@/lib/platform/config/config";
import { db, type Db, type Tx } from "@/lib/platform/db/db";
import { currentKeyId, makeDataKey, unwrapDataKey, type WrappedKey } from "./data-key";
import type { TextKey } from "./encrypted-text";
import { rewrapAll, type Rewrapped } from "./rewrap-all";

/** Later texts get a new key. */
const LIFETIME_MS = 30 * 24 * 3_600_000;

const contextOf = (id: string): string => `texts:${id}`;
const select = { id: true, keyId: true, wrappedKey: true } as const;
type StoredKey = WrappedKey & { id: string };

type MasterKey = (typeof config.records.keys)[number];

/** The keys this process has opened, and with which master key. A stored key never becomes another one. */
const opened = new Map<string, { key: Buffer; master: MasterKey | undefined }>();

function open({ id, ...stored }: StoredKey): Buffer {
  const key = unwrapDataKey(stored, contextOf(id));
  opened.set(id, { key, master: config.records.keys.find((master) => master.id === stored.keyId) });
  return key;
}

/**
 * Returns the key that new texts are encrypted under: the latest, or a new one every thirty days. It is read, and made, in the
 * transaction that stores the text: if that is rolled back, so is the key, and no text ever names one that isn't there. Throws
 * `DecryptionError` rather than encrypt beside a key that can't be opened.
 */
export async function keyForNewTexts(tx: Tx): Promise<TextKey> {
  const latest = await tx.recordKey.findFirst({ orderBy: { id: "desc" }, select: { ...select, createdAt: true } });
  if (latest) {
    const { createdAt, ...stored } = latest;
    const key = open(stored);
    if (createdAt.getTime() > Date.now() - LIFETIME_MS) return { id: stored.id, key };
  }
  const id = uuidv7();
  const { key, ...wrapped } = makeDataKey(contextOf(id));
  await tx.recordKey.create({ data: { id, ...wrapped }, select: { id: true } });
  return { id, key };
}

/** Returns the keys of these IDs; those that aren't stored are missing. Throws `DecryptionError`. */
export async function listTextKeys(client: Db, ids: Iterable<string>): Promise<Map<string, Buffer>> {
  const masters = new Set<MasterKey | undefined>(config.records.keys);
  const found = new Map<string, Buffer>();
  const others: string[] = [];
  for (const id of new Set(ids)) {
    const known = opened.get(id);
    if (known && masters.has(known.master)) found.set(id, known.key);
    else others.push(id);
  }
  if (others.length === 0) return found;
  const rows = await client.recordKey.findMany({ where: { id: { in: others } }, select });
  for (const row of rows) found.set(row.id, open(row));
  return found;
}

/** Tells whether every key that texts are encrypted under can be opened with RECORDS_KEYS. */
export async function canOpenTextKeys(): Promise<boolean> {
  const rows = await db.recordKey.findMany({ select });
  return rows.every(({ id, ...stored }) => {
    try {
      return unwrapDataKey(stored, contextOf(id)).length > 0;
    } catch {
      return false;
    }
  });
}

/** Wraps every key that texts are encrypted under under the current master key; the texts stay as they are. */
export function rewrapTextKeys(): Promise<Rewrapped> {
  return rewrapAll({
    listOthers: (after, take) =>
      db.recordKey.findMany({
        where: { keyId: { not: currentKeyId() }, ...(after && { id: { gt: after } }) },
        orderBy: { id: "asc" },
        take,
        select,
      }),
    replace: ({ id, keyId }, data) => db.recordKey.updateMany({ where: { id, keyId }, data }),
    contextOf,
  });
}
