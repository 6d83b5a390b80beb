import { readFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../process/start-error";
import { ADMIN } from "./cluster";
import { isAlive } from "./processes";
import { DATABASE, OWNER, WEB } from "./roles";
import { keepSecrets } from "./secrets";

/**
 * Returns the application's address of the embedded database running from this folder; throws StartError when there is
 * none.
 */
export function embeddedAppUrl(dataDir: string): string {
  const port = runningPort(dataDir);
  const { postgresWeb } = keepSecrets(dataDir, ["postgresWeb"]);
  return `postgresql://${WEB}:${postgresWeb}@127.0.0.1:${port}/${DATABASE}`;
}

/** The same for its superuser, on the database `postgres`: for backups. */
export function embeddedAdminUrl(dataDir: string): string {
  const port = runningPort(dataDir);
  const { postgresAdmin } = keepSecrets(dataDir, ["postgresAdmin"]);
  return `postgresql://${ADMIN}:${postgresAdmin}@127.0.0.1:${port}/postgres`;
}

/** The same for the owner of the tables: for archiving. */
export function embeddedOwnerUrl(dataDir: string): string {
  const port = runningPort(dataDir);
  const { postgresOwner } = keepSecrets(dataDir, ["postgresOwner"]);
  return `postgresql://${OWNER}:${postgresOwner}@127.0.0.1:${port}/${DATABASE}`;
}

function runningPort(dataDir: string): string {
  const [pid, , , port] = pidLines(dataDir);
  if (pid && port && isAlive(Number(pid))) return port;
  throw new StartError("CareSync is not running from this folder: start it first, or set DATABASE_URL.");
}

function pidLines(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}
