import { readFileSync } from "node:fs";

/** What the tests need to know about the stack; passed from the global setup through the environment. */
export type Stack = {
  baseURL: string;
  /** Everything the server has logged since the run began. */
  logFile: string;
  /** Where the embedded database keeps its files; unknown for a stack that someone else started. */
  dataDir: string | undefined;
};

/** The stack under test; throws when a test is not run through playwright.config.ts. */
export function runningStack(): Stack {
  const {
    E2E_BASE_URL: baseURL,
    E2E_LOG_FILE: logFile = "test-results/server.log",
    E2E_DATA_DIR: dataDir,
  } = process.env;
  if (!baseURL) throw new Error("The stack is not running: start the tests with `playwright test`.");
  return { baseURL, logFile, dataDir };
}

/** The server's log of the whole run so far. */
export function readServerLog(): string {
  return readFileSync(runningStack().logFile, "utf8");
}
