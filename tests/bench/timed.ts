import { percentile } from "./client";

/** Runs something again and again, and says how long it took; ten times before it counts. */
export async function timed(
  name: string,
  run: () => Promise<unknown>,
  rounds: number,
  wantedMs: number,
): Promise<string> {
  const times: number[] = [];
  for (let round = -10; round < rounds; round++) {
    const began = performance.now();
    await run();
    if (round >= 0) times.push(performance.now() - began);
  }
  const [median, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return `  ${name.padEnd(44)} median ${median.toFixed(1).padStart(6)} ms, p95 ${p95.toFixed(1).padStart(6)} ms (${wantedMs} at most wanted)`;
}
