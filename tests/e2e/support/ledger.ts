import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runningStack } from "./run-state";

// Beside the log: what the tests enter about people, for the test that later searches the log for it.
const ledgerFile = () => join(dirname(runningStack().logFile), "said.jsonl");

/** Records what must never be found in a log, and returns it: `fill(secret("Sore throat since Monday"))`. */
export function secret<T extends string>(text: T): T {
  appendFileSync(ledgerFile(), `${JSON.stringify(text)}\n`);
  return text;
}

/** Everything recorded in this run. */
export function recordedSecrets(): string[] {
  if (!existsSync(ledgerFile())) return [];
  const lines = readFileSync(ledgerFile(), "utf8").split("\n").filter(Boolean);
  return [...new Set(lines.map((line) => JSON.parse(line) as string))];
}

/** Forgets earlier runs. */
export function emptyLedger(): void {
  mkdirSync(dirname(ledgerFile()), { recursive: true });
  writeFileSync(ledgerFile(), "");
}
