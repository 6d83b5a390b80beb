import { createWriteStream } from "node:fs";
import { chown, mkdir } from "node:fs/promises";
import { dirname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { extract } from "tar-stream";
import type { RunAs } from "../embedded/binaries";
import { makeServerFolder } from "../embedded/cluster";
import { StartError } from "../process/start-error";
import type { Manifest } from "./manifest";
import { openSealed } from "./sealed-file";
import { basePlace, type Store } from "./store";

/** Unpacks a copy of the database into an empty folder, for the user that PostgreSQL runs as. */
export async function unpackCopy(store: Store, { stamp }: Manifest, cluster: string, runAs: RunAs): Promise<void> {
  makeServerFolder(cluster, runAs);
  const reading = extract();
  const own = async (path: string) => {
    if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(path, runAs.uid, runAs.gid);
  };
  const entries = (async () => {
    for await (const entry of reading) {
      const { name, type, mode = 0o600 } = entry.header;
      const path = join(cluster, requireInside(name));
      if (type === "directory") {
        await mkdir(path, { recursive: true, mode: mode | 0o700 });
        entry.resume();
      } else {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await pipeline(entry, createWriteStream(path, { mode: mode & 0o700 }));
      }
      await own(path);
    }
  })();
  await Promise.all([pipeline(openSealed(basePlace(store, stamp, "cluster.tar")), reading), entries]);
}

function requireInside(name: string): string {
  const path = normalize(name);
  if (path.startsWith("..") || path.startsWith(sep))
    throw new StartError("The backup's archive names a place outside.");
  return path;
}
