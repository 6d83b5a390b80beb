import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runningStack } from "./run-state";

// Beside the log: what the tests say about people, for the test that looks for it in there afterwards.
const ledgerFile = () => join(dirname(runningStack().logFile), "said.jsonl");

/** Notes what must never be found in a log, and answers it: `fill(secret("Sore throat since Monday"))`. */
export function secret<T extends string>(text: T): T {
  appendFileSync(ledgerFile(), `${JSON.stringify(text)}\n`);
  return text;
}

/** Everything noted in this run. */
export function recordedSecrets(): string[] {
  if (!existsSync(ledgerFile())) return [];
  const lines = readFileSync(ledgerFile(), "utf8").split("\n").filter(Boolean);
  return [...new Set(lines.map((line) => JSON.parse(line) as string))];
}

/** Forgets the runs before this one. */
export function emptyLedger(): void {
  mkdirSync(dirname(ledgerFile()), { recursive: true });
  writeFileSync(ledgerFile(), "");
}
