import { join, resolve } from "node:path";
import { ROOT } from "../process/child";
import { StartError } from "../process/start-error";

const DEFAULT_DAYS = 7;

/** Beside the data, unless another folder is set: on another disk they are safer. */
export const backupDirOf = (dataDir: string, given: NodeJS.ProcessEnv): string =>
  given.BACKUP_DIR ? resolve(ROOT, given.BACKUP_DIR) : join(dataDir, "backups");

/** For how many days every second can be restored. */
export function backupDaysOf(given: NodeJS.ProcessEnv): number {
  const days = Number(given.BACKUP_DAYS || DEFAULT_DAYS);
  if (Number.isInteger(days) && days >= 1 && days <= 365) return days;
  throw new StartError("BACKUP_DAYS must be a whole number of days from 1 to 365.");
}
