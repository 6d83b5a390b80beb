import { embeddedInstallation } from "../backup/installation";
import { keepBackupKey } from "../backup/key";
import { backUp } from "../backup/round";
import { hasPendingMigrations } from "../migrate";
import { dataDirOf } from "./plan";
import { say } from "../process/say";

/** A migration can't be taken back, a backup can be restored. Where none can be made, nothing is migrated. */
export async function backUpBeforeUpgrade(ownerUrl: string, given: NodeJS.ProcessEnv): Promise<void> {
  if (!(await hasPendingMigrations(ownerUrl))) return;
  say("Backing up the database before it is upgraded …");
  keepBackupKey(dataDirOf(given), given);
  const { store, sources, days } = embeddedInstallation(given);
  await backUp(store, sources, days);
}
