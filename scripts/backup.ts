// `npm run backup`: backs up the running installation now. `-- --verify` reads all there is and says whether it can be restored.
import { parseArgs } from "node:util";
import { counted } from "@/lib/platform/text/counted";
import { systemOf, clusterDirOf } from "./embedded/cluster";
import { backUpDump } from "./backup/dump";
import { embeddedInstallation } from "./backup/installation";
import { findBackupKey, keepBackupKey } from "./backup/key";
import { listManifests, type Manifest } from "./backup/manifest";
import { backUp } from "./backup/round";
import { backupDirOf } from "./backup/settings";
import { chooseSystem, type Store } from "./backup/store";
import { verifyAll } from "./backup/verify";
import { sizeText } from "./backup/words";
import { dataDirOf, readEnvironment } from "./launcher/plan";
import { runMain } from "./process/start-error";
import { say } from "./process/say";

/** Of a damaged disk every file is. */
const MOST_SHOWN = 100;

async function verify(given: NodeJS.ProcessEnv, system: string | undefined): Promise<void> {
  const dataDir = dataDirOf(given);
  const root = backupDirOf(dataDir, given);
  const store: Store = {
    root,
    system: chooseSystem(root, system, systemOf(clusterDirOf(dataDir))),
    key: findBackupKey(dataDir, given),
  };
  const manifests = await listManifests(store);
  const { faults, segments, files } = await verifyAll(store, manifests);
  for (const fault of faults.slice(0, MOST_SHOWN)) say(fault);
  if (faults.length > MOST_SHOWN) say(`… and ${faults.length - MOST_SHOWN} more.`);
  const whole = faults.length === 0 ? "all whole" : counted(faults.length, "fault");
  say(
    `${counted(manifests.length, "backup")}, ${counted(segments, "segment")} of the log and ${counted(files, "file")}: ${whole}.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}

function backUpNow(given: NodeJS.ProcessEnv): Promise<Manifest> {
  if (given.DATABASE_URL) return backUpDump(given);
  keepBackupKey(dataDirOf(given), given);
  const { store, sources, days } = embeddedInstallation(given);
  return backUp(store, sources, days);
}

void runMain(async () => {
  const options = { verify: { type: "boolean" }, system: { type: "string" } } as const;
  const { values } = parseArgs({ options });
  const given = readEnvironment();
  if (values.verify) return verify(given, values.system);
  const began = performance.now();
  const { stamp, content, parts, storedFiles } = await backUpNow(given);
  const written = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(
    `Backup ${stamp}: ${sizeText(content.bytes)} in ${sizeText(written)}, and ${counted(storedFiles, "file")}; made and read back in ${seconds} s.`,
  );
});
