import { readFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../process/start-error";
import { isAlive } from "./processes";
import { DATABASE, WEB } from "./roles";
import { keepSecrets } from "./secrets";

/**
 * Returns the application's address of the embedded database running from this folder; throws StartError when there is
 * none.
 */
export function embeddedAppUrl(dataDir: string): string {
  const [pid, , , port] = pidLines(dataDir);
  if (!pid || !port || !isAlive(Number(pid))) {
    throw new StartError("CareSync is not running from this folder: start it first, or set DATABASE_URL.");
  }
  const { postgresWeb } = keepSecrets(dataDir, ["postgresWeb"]);
  return `postgresql://${WEB}:${postgresWeb}@127.0.0.1:${port}/${DATABASE}`;
}

function pidLines(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}
