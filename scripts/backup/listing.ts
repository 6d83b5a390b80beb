import { counted } from "@/lib/platform/text/counted";
import type { Manifest } from "./manifest";
import { madeAtOf } from "./sealed-file";
import { chainFrom } from "./segment";
import { listWal, type Store, walPlace } from "./store";
import { sizeText } from "./words";

/** Says which backups there are, and from when until when each second can be restored. */
export async function listing(store: Store, manifests: Manifest[]): Promise<string[]> {
  const names = await listWal(store);
  const lines = await Promise.all(
    manifests.map(async ({ endedAt, parts, storedFiles, wal }) => {
      const size = sizeText(parts.reduce((sum, { bytes }) => sum + bytes, 0));
      const until = wal ? await lastMoment(store, chainFrom(wal.start.segment, names, wal.segmentBytes)) : null;
      const reach = until && until > endedAt ? `, then every second until ${text(until)}` : "";
      return `${text(endedAt)}  ${size.padStart(8)}, ${counted(storedFiles, "file")}${reach}`;
    }),
  );
  return [`Backups of the database ${store.system} in ${store.root}, which can be restored as of:`, ...lines];
}

/** Until when the log reaches that leads on from a copy. */
async function lastMoment(store: Store, chain: string[]): Promise<Date | null> {
  const last = chain.at(-1);
  return last === undefined ? null : madeAtOf(walPlace(store, last).path);
}

const text = (at: Date) => at.toISOString().replace(/\.\d+Z$/, "Z");
