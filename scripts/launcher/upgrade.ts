import { embeddedInstallation } from "../backup/installation";
import { keepBackupKey } from "../backup/key";
import { backUp } from "../backup/round";
import { hasPendingMigrations } from "../migrate";
import { dataDirOf } from "./plan";

/** A migration can't be taken back, a backup can be restored. Where none can be made, nothing is migrated. */
export async function backUpBeforeUpgrade(ownerUrl: string, given: NodeJS.ProcessEnv): Promise<void> {
  if (!(await hasPendingMigrations(ownerUrl))) return;
  // For the person at the terminal, who would wonder why nothing happens.
  console.log("Backing up the database before it is upgraded …");
  keepBackupKey(dataDirOf(given), given);
  const { store, sources, days } = embeddedInstallation(given);
  await backUp(store, sources, days);
}
