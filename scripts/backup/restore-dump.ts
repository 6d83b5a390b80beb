import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { counted } from "@/lib/platform/text/counted";
import { StartError } from "../process/start-error";
import { listManifests } from "./manifest";
import { chooseManifest, requireEmpty } from "./restore";
import { restoreFiles } from "./restore-files";
import { openSealed, readSealed } from "./sealed-file";
import { basePlace, type Store } from "./store";
import { readFileList, verifyParts } from "./verify";

/**
 * Decrypts the backup of a database of your own: the dump, its files, its secrets. The server it goes back to is yours: only
 * you know whether its database may be replaced. Returns what to do next.
 */
export async function restoreDump(store: Store, folder: string | undefined, to: Date | undefined): Promise<string[]> {
  if (folder === undefined) throw new StartError("Say where the dump and the files are to go: --into FOLDER.");
  requireEmpty(folder);
  const manifest = chooseManifest(await listManifests(store), to);
  await verifyParts(store, manifest);
  const dump = join(folder, "caresync.dump");
  await pipeline(openSealed(basePlace(store, manifest.stamp, "dump")), createWriteStream(dump, { mode: 0o600 }));
  const secrets = await readSealed(basePlace(store, manifest.stamp, "secrets"));
  await writeFile(join(folder, "secrets.json"), secrets, { mode: 0o600 });
  const { restored } = await restoreFiles(store, await readFileList(store, manifest.stamp), join(folder, "files"));
  return [
    `The backup of ${manifest.endedAt.toISOString()} is in ${folder}: caresync.dump, secrets.json and ${counted(restored, "file")}.`,
    "Restore it into an empty database that was prepared as docs/operations.md says, then run `npm run migrate`:",
    `  pg_restore --exit-on-error --no-comments -U caresync_owner -d caresync ${dump}`,
  ];
}
