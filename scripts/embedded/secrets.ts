import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../process/start-error";

const FILE = "secrets.json";

function read(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
    return parsed && typeof parsed === "object" ? (parsed as Record<string, string>) : {};
  } catch {
    throw new StartError(`${file} can't be read. Restore it from a backup: it contains the database's passwords.`);
  }
}

/** Returns the secrets that are there, and makes none. */
export const readSecrets = (dataDir: string): Record<string, string> => read(join(dataDir, FILE));

/**
 * Returns the embedded stack's own secrets: each is generated once (256 bits, URL-safe) and kept in
 * `<dataDir>/secrets.json`, readable by its owner only.
 */
export function keepSecrets<Name extends string>(dataDir: string, names: readonly Name[]): Record<Name, string> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, FILE);
  const secrets = read(file);
  const missing = names.filter((name) => typeof secrets[name] !== "string");
  for (const name of missing) secrets[name] = randomBytes(32).toString("base64url");
  if (missing.length > 0) {
    // Written beside and renamed: a crash leaves the old file or the new one, never half of one.
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets as Record<Name, string>;
}
