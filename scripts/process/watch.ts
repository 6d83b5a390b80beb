import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

const PING_MS = 3_000;
/**
 * This many pings without an answer: it hangs. The first page after a start loads a lot at once, for 15 s on a busy
 * machine.
 */
const HANGS_AFTER = 10;
/** It has used no processor time at all meanwhile: it is frozen, not busy. */
const FROZEN_AFTER = 4;
const HERE = "caresync:here";

/**
 * Pings a process repeatedly, and kills it when its event loop hangs. Counts pings, not seconds, so that nothing is
 * suspected after this process itself was asleep. Starting may take a while: counting begins with its first answer, or
 * with `begins` if given.
 */
export function monitorEventLoop(child: ChildProcess, name: string, begins?: Promise<unknown>): void {
  let unanswered = Number.NEGATIVE_INFINITY;
  let usedBefore: number | undefined;
  void begins?.then(() => (unanswered = 0));
  child.on("message", (message) => {
    if (isAnswer(message) && (unanswered > 0 || !begins)) unanswered = 0;
  });
  const timer = setInterval(() => {
    if (!child.connected) return;
    const used = processorTimeOf(child.pid);
    if (unanswered <= 1) usedBefore = used;
    const isFrozen = unanswered >= FROZEN_AFTER && used !== undefined && used === usedBefore;
    if (isFrozen || unanswered >= HANGS_AFTER) {
      console.error(`${name} no longer responds; ending it.`);
      child.kill("SIGKILL");
    }
    unanswered += 1;
    child.send("caresync:there?", () => undefined);
  }, PING_MS);
  child.once("exit", () => clearInterval(timer));
}

/** Tells whether a message is only the answer to a ping. */
export const isAnswer = (message: unknown): boolean => message === HERE;

/** In the system's ticks; undefined where the system doesn't tell. */
function processorTimeOf(pid: number | undefined): number | undefined {
  try {
    // "pid (name) state ppid …"; the name may contain anything.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return undefined;
  }
}
