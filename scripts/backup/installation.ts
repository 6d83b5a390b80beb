import { archiveDirOf, clusterDirOf, systemOf } from "../embedded/cluster";
import { embeddedAdminUrl } from "../embedded/running";
import { readSecrets } from "../embedded/secrets";
import { dataDirOf, filesDirOf } from "../launcher/plan";
import { StartError } from "../process/start-error";
import { findBackupKey } from "./key";
import { backupDaysOf, backupDirOf } from "./settings";
import type { Store } from "./store";
import type { Sources } from "./sweep";

/** The running embedded stack, and where its backups go. Throws StartError when it doesn't run. */
export function embeddedInstallation(given: NodeJS.ProcessEnv): { store: Store; sources: Sources; days: number } {
  const dataDir = dataDirOf(given);
  const cluster = clusterDirOf(dataDir);
  const adminUrl = embeddedAdminUrl(dataDir);
  const system = systemOf(cluster);
  if (system === undefined) throw new StartError(`There is no embedded database in ${dataDir}.`);
  return {
    store: { root: backupDirOf(dataDir, given), system, key: findBackupKey(dataDir, given) },
    sources: {
      adminUrl,
      cluster,
      archive: archiveDirOf(dataDir),
      filesDir: given.FILES_S3_BUCKET ? undefined : filesDirOf(given),
      secrets: () => ({ ...readSecrets(dataDir), ...givenSecrets(given) }),
    },
    days: backupDaysOf(given),
  };
}

/** What no one could make again, as far as it is set in the environment: without it parts of a backup can't be read. */
const SECRET_VARIABLES = ["RECORDS_KEYS", "NEXTAUTH_SECRET", "TOKEN_SECRET", "VAPID_PRIVATE_KEY"];

export function givenSecrets(given: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    SECRET_VARIABLES.flatMap((name) => (given[name] ? [[name, given[name]] as [string, string]] : [])),
  );
}
