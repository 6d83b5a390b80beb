import type { Worker } from "node:cluster";
import { readFileSync } from "node:fs";

const PING_MS = 3_000;
/** So many questions without an answer: it hangs. The first page after a start loads much at once, on a busy machine for 15 s. */
const HANGS_AFTER = 10;
/** It has used no processor time at all meanwhile: it is frozen, not busy. */
const FROZEN_AFTER = 4;

/**
 * Asks a web process again and again whether its event loop turns, and kills it when it does not. Counts questions, not
 * seconds: after this process itself was asleep nobody is suspected.
 */
export function watchOver(worker: Worker): void {
  let unanswered = Number.NEGATIVE_INFINITY; // until it listens: it is starting
  let usedBefore: number | undefined;
  worker.once("listening", () => (unanswered = 0));
  worker.on("message", (message) => {
    if (message === "caresync:here" && unanswered > 0) unanswered = 0;
  });
  const timer = setInterval(() => {
    if (!worker.isConnected()) return;
    const used = processorTimeOf(worker.process.pid);
    if (unanswered <= 1) usedBefore = used;
    const isFrozen = unanswered >= FROZEN_AFTER && used !== undefined && used === usedBefore;
    if (isFrozen || unanswered >= HANGS_AFTER) {
      console.error("A web process does not answer any more; ending it.");
      worker.process.kill("SIGKILL");
    }
    unanswered += 1;
    worker.send("caresync:there?", () => undefined);
  }, PING_MS);
  worker.once("exit", () => clearInterval(timer));
}

/** In the system's ticks; undefined where the system doesn't tell. */
function processorTimeOf(pid: number | undefined): number | undefined {
  try {
    // "pid (name) state ppid …"; the name may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return undefined;
  }
}
