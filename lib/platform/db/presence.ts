import { randomInt } from "node:crypto";
import type pg from "pg";
import { isOutOfConnections } from "./connection-error";
import { dedicatedClient } from "./listen";
import { LOCK_NUMBERS } from "./lock-numbers";

const PROBE_MS = 2_000;
const TIMEOUT_MS = 5_000;
const RETRY_MS = 500;

type State = { isAway: boolean; presence: number | null };

// Also read by the web server outside the application's bundle (scripts/serve.mjs); one per process.
const KEY = Symbol.for("caresync.database-state");
const holder = globalThis as typeof globalThis & { [KEY]?: State };
const state = (holder[KEY] ??= { isAway: false, presence: null });

/** The number under which this process shows others that it is alive; null while it can't. */
export const presence = (): number | null => state.presence;

/** Whether the database was down when it was last asked. */
export const isAway = (): boolean => state.isAway;

/**
 * Keeps a dedicated connection to the database for the life of the process. By its lock others see that the process has
 * not died (`LOCK_NUMBERS.presence`); this process detects through it that the database is down, and can say so without
 * waiting each time.
 */
export function keepPresence(): { stop(): Promise<void> } {
  const number = randomInt(1, 2 ** 31 - 1);
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const lose = () => {
    client
      ?.removeAllListeners("end")
      .end()
      .catch(() => undefined);
    client = undefined;
    state.presence = null;
  };
  const connect = async () => {
    const fresh = await dedicatedClient("caresync-presence", TIMEOUT_MS);
    client = fresh;
    // Reports a broken connection at once; the next round tries another before the database counts as down.
    fresh.on("error", () => undefined).once("end", () => client === fresh && again(0));
    await fresh.query("SELECT pg_advisory_lock($1::int, $2::int)", [LOCK_NUMBERS.presence, number]);
    state.presence = number;
    state.isAway = false;
  };
  const round = async () => {
    try {
      if (client) await client.query("SELECT 1").catch(() => (lose(), connect()));
      else await connect();
      again(PROBE_MS);
    } catch (error) {
      lose();
      // A full database still answers those who are connected.
      state.isAway = !isOutOfConnections(error);
      again(RETRY_MS);
    }
  };
  let running: Promise<void> = Promise.resolve();
  const again = (ms: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => (running = running.then(round)), ms);
  };
  again(0);
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
      lose();
    },
  };
}
