// Started by `npm start`: keeps the backups of the embedded database up to date, as long as it runs.
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/platform/log/log";
import { embeddedInstallation } from "./backup/installation";
import { backUpIfDue, keepUp } from "./backup/round";
import { backupDirOf } from "./backup/settings";
import { beginStamps } from "./backup/stamps";
import { dataDirOf, readEnvironment } from "./launcher/plan";
import { runMain, sentenceOf } from "./process/start-error";

const ROUND_MS = 10_000;
const DUE_MS = 60_000;

/** Repeats `work`, whatever becomes of it, until `stopped` is aborted. */
async function repeat(pauseMs: number, what: string, stopped: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!stopped.aborted) {
    await work().catch((error: unknown) =>
      log.error({ err: error }, `${what}: ${sentenceOf(error) ?? "see the error"}`),
    );
    await sleep(pauseMs, undefined, { signal: stopped }).catch(() => undefined);
  }
}

void runMain(async () => {
  const given = readEnvironment();
  const stop = new AbortController();
  void Promise.race(["SIGINT", "SIGTERM"].map((name) => once(process, name))).then(() => {
    stop.abort();
    // A backup that is being made is given up: the next start begins another.
    setTimeout(() => process.exit(0), 2_000).unref();
  });
  await beginStamps(backupDirOf(dataDirOf(given), given));
  // The address is read in each round: the database may have moved to another port.
  const keeping = repeat(ROUND_MS, "the log could not be moved into the backups", stop.signal, async () => {
    const { store, sources } = embeddedInstallation(given);
    await keepUp(store, sources);
  });
  const making = repeat(DUE_MS, "no backup could be made", stop.signal, async () => {
    const { store, sources, days } = embeddedInstallation(given);
    if (await backUpIfDue(store, sources, days)) log.info("backup made and read back");
  });
  await Promise.all([keeping, making]);
  process.exit(0); // the channel to the launcher would keep it
});
