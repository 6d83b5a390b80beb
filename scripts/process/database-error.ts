import { StartError } from "./start-error";

const where = (url: string) => {
  try {
    const { host, pathname } = new URL(url);
    return { server: host, database: decodeURIComponent(pathname.slice(1)) };
  } catch {
    return { server: "the given address", database: "" };
  }
};

/** Throws for anything but a PostgreSQL address; never repeats it, because it may contain a password. */
export function requirePostgresUrl(url: string | undefined, variable: string): string {
  if (!url) throw new StartError(`${variable} is missing: the address of a PostgreSQL database.`);
  const fits = /^postgres(ql)?:\/\/./.test(url) && URL.canParse(url);
  if (fits) return url;
  throw new StartError(`${variable} must be a PostgreSQL address such as postgresql://user:password@host:5432/name.`);
}

/** Turns pg's, Prisma's or Graphile Worker's error about an unusable database into one sentence. */
export function databaseError(error: unknown, url: string): Error {
  const { code, message } = error as { code?: string; message?: string };
  const sentence = sentenceFor(code ?? "", message ?? String(error), where(url));
  if (sentence) return new StartError(sentence, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

/** Tells whether a statement gave up, waiting for a table or after an hour. */
export function isTimeout(error: unknown): boolean {
  const { code, message, cause } = error as { code?: string; message?: string; cause?: unknown };
  if (code === "55P03" || code === "57014" || /due to (lock|statement) timeout/.test(message ?? "")) return true;
  return cause !== undefined && isTimeout(cause);
}

const BUSY =
  "The database is in use: a table that a migration changes stayed locked. That migration was undone; try again, at a quieter time if need be.";
const TOO_LONG = "A statement of a migration took longer than an hour. That migration was undone.";

function sentenceFor(code: string, message: string, at: { server: string; database: string }): string | undefined {
  if (code === "28P01" || code === "28000") {
    return `PostgreSQL at ${at.server} refuses the user or password in DATABASE_URL.`;
  }
  if (code === "3D000")
    return `There is no database "${at.database}" at ${at.server}: create it, or correct DATABASE_URL.`;
  if (code === "53300") return `PostgreSQL at ${at.server} has no connection left: raise max_connections.`;
  if (code === "53100" || /No space left on device/.test(message))
    return `The disk of PostgreSQL at ${at.server} is full.`;
  if (code === "55P03" || /due to lock timeout/.test(message)) return BUSY;
  if (code === "57014" || /due to statement timeout/.test(message)) return TOO_LONG;
  if (code === "57P03") return `PostgreSQL at ${at.server} is still starting or stopping: try again in a moment.`;
  if (/permission denied to create extension/.test(message)) {
    return `The database user may not create an extension; as a superuser run: ${extensionSql(message)}`;
  }
  if (code === "42501" || /permission denied|must be owner/.test(message)) {
    return `The database user may not change the database's structure: set MIGRATION_DATABASE_URL to its owner.`;
  }
  if (/SSL|TLS|certificate/i.test(message)) return `No secure connection to PostgreSQL at ${at.server}: ${message}.`;
  const unreachable = /^E(CONNREFUSED|NOTFOUND|AI_AGAIN|TIMEDOUT|HOSTUNREACH|NETUNREACH|CONNRESET)$|^EAI_AGAIN$/;
  if (unreachable.test(code) || /timeout expired|Connection terminated/.test(message)) {
    return `PostgreSQL cannot be reached at ${at.server}: is it running, and is DATABASE_URL right?`;
  }
  return undefined;
}

function extensionSql(message: string): string {
  const name = /extension "?([a-z_]+)"?/.exec(message)?.[1] ?? "…";
  return `CREATE EXTENSION ${name};`;
}
