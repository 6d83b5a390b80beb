import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandOf, isAlive } from "../embedded/processes";
import { StartError } from "../process/start-error";

/** What may hold it: CareSync, its restoring, or a hospital that is imported. */
const HOLDERS = /start\.mjs|restore\.ts|import\.ts/;

/**
 * Makes sure that one launcher at a time uses `dataDir`; returns the function that releases it. A lock of a dead
 * process, or whose number now belongs to another program, is taken over.
 */
export function acquireLock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "launcher.pid");
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = Number(readFileSync(file, "utf8"));
    if (holder !== process.pid && holder > 0 && isAlive(holder) && HOLDERS.test(commandOf(holder))) {
      throw new StartError(`CareSync is already running from this folder (process ${holder}): stop that one first.`);
    }
    rmSync(file, { force: true });
  }
  throw new StartError("CareSync is already starting in this folder.");
}
