import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

type Process = { pid: number; parent: number; command: string; ms: number };

/** The names of the stack's parts, by a mark in their command line. */
const PARTS: [part: string, mark: RegExp][] = [
  ["web", /scripts\/(web|serve)\.mjs/],
  ["worker", /scripts\/worker\.ts/],
  ["channels", /scripts\/channels\.ts/],
];

function processes(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        // The program's name, in brackets, may contain anything; the numbers come after it.
        const fields = stat
          .slice(stat.lastIndexOf(")") + 2)
          .split(" ")
          .map(Number);
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        // Its own time, and that of its ended children.
        const ticks = fields.slice(11, 15).reduce((sum, field) => sum + field, 0);
        return [{ pid: Number(name), parent: fields[1] ?? 0, command, ms: ticks * TICK_MS }];
      } catch {
        return []; // has just ended
      }
    });
}

/** Returns the processor milliseconds so far of one process; zero without /proc. */
export function processorMsOf(pid: number | undefined): number {
  return process.platform === "linux" ? (processes().find((one) => one.pid === pid)?.ms ?? 0) : 0;
}

/**
 * Returns the processor milliseconds so far of each part of the stack: PostgreSQL, the launcher's children, and this
 * process.
 */
function timeOf(roots: { launcher: number; postgres: number }): Map<string, number> {
  const all = processes();
  const byPid = new Map(all.map((one) => [one.pid, one]));
  const isUnder = (one: Process | undefined, root: number): boolean =>
    one !== undefined && (one.pid === root || isUnder(byPid.get(one.parent), root));
  const sums = new Map<string, number>();
  for (const one of all) {
    const part =
      one.pid === process.pid
        ? "bench"
        : isUnder(one, roots.postgres)
          ? "postgres"
          : isUnder(one, roots.launcher)
            ? PARTS.find(([, mark]) => mark.test(one.command))?.[0]
            : undefined;
    if (part) sums.set(part, (sums.get(part) ?? 0) + one.ms);
  }
  return sums;
}

/**
 * Measures processor time from now on; the returned function reports milliseconds per unit of work. Unlike a rate, this
 * is the same on a busy machine. Empty without /proc.
 */
export function watchProcessorTime(roots: { launcher: number; postgres: number }): (pieces: number) => string {
  if (process.platform !== "linux") return () => "";
  const before = timeOf(roots);
  return (pieces) => {
    const spent = [...timeOf(roots)].map(
      ([part, ms]) => `${part} ${((ms - (before.get(part) ?? 0)) / pieces).toFixed(2)}`,
    );
    return `  processor ms each: ${spent.sort().join(", ")}`;
  };
}
