// `npm run restore`: brings the installation back as it was last, or with `-- --to TIME` as it was at that moment.
// `-- --list` says what there is; `-- --into FOLDER` leaves the installation as it is and restores beside it.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { counted } from "@/lib/platform/text/counted";
import { clusterDirOf, systemOf } from "./embedded/cluster";
import { findBackupKey } from "./backup/key";
import { listing } from "./backup/listing";
import { listManifests } from "./backup/manifest";
import { restoreBeside, restoreInPlace, type Restored } from "./backup/restore";
import { restoreDump } from "./backup/restore-dump";
import { backupDirOf } from "./backup/settings";
import { chooseSystem, type Store } from "./backup/store";
import { acquireLock } from "./launcher/lock";
import { dataDirOf, filesDirOf, readEnvironment } from "./launcher/plan";
import { runMain, StartError } from "./process/start-error";
import { say } from "./process/say";

const USAGE = 'Enter a moment such as --to "2026-11-28 14:30" (this machine\'s time) or --to 2026-11-28T14:30:00Z.';

/** A moment in the machine's own time, unless it says otherwise. */
function readMoment(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const moment = new Date(text);
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) || Number.isNaN(moment.getTime())) throw new StartError(USAGE);
  if (moment > new Date()) throw new StartError("That moment is still to come.");
  return moment;
}

function report({ manifest, segments, lastChangeAt, files, aside, environment }: Restored, seconds: number): string[] {
  return [
    `Restored in ${seconds.toFixed(1)} s, from the backup of ${manifest.endedAt.toISOString()} and ${counted(segments, "segment")} of the log.`,
    `The last change in it is of ${lastChangeAt ?? "before that backup"}.`,
    `Files: ${files.restored} brought back, ${files.present} already there.`,
    ...(files.missing > 0
      ? [`${counted(files.missing, "file")} could be found neither there nor in the backups.`]
      : []),
    ...(environment
      ? [`The keys that were set in the environment are in ${environment}: set them again, then remove that file.`]
      : []),
    ...(aside ? [`The former database is in ${aside}. Remove it once you don't need it.`] : []),
  ];
}

void runMain(async () => {
  const options = {
    to: { type: "string" },
    into: { type: "string" },
    list: { type: "boolean" },
    system: { type: "string" },
  } as const;
  const { values } = parseArgs({ options });
  const to = readMoment(values.to);
  const given = readEnvironment();
  const dataDir = dataDirOf(given);
  const root = backupDirOf(dataDir, given);
  const system = chooseSystem(root, values.system, systemOf(clusterDirOf(dataDir)));
  const store: Store = { root, system, key: findBackupKey(dataDir, given) };
  const manifests = await listManifests(store);
  if (values.list) return say((await listing(store, manifests)).join("\n"));
  const folder = values.into === undefined ? undefined : resolve(values.into);
  if (manifests.at(-1)?.kind === "dump") return say((await restoreDump(store, folder, to)).join("\n"));
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  if (folder !== undefined) {
    const restored = await restoreBeside(store, folder, to);
    say(report(restored, seconds()).join("\n"));
    say(`Look at it with: DATA_DIR=${folder} BACKUPS=off PORT=3100 npm start`);
    return;
  }
  const release = acquireLock(dataDir);
  try {
    const filesDir = given.FILES_S3_BUCKET ? undefined : filesDirOf(given);
    say(report(await restoreInPlace(store, dataDir, filesDir, to), seconds()).join("\n"));
    say("Start CareSync again: npm start");
  } finally {
    release();
  }
});
