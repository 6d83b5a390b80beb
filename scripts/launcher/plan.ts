import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { readConfig } from "@/lib/platform/config/config";
import { archiveFolderOf } from "../archive/settings";
import { readBackupKey } from "../backup/key";
import { backupDaysOf, backupDirOf } from "../backup/settings";
import { keepSecrets } from "../embedded/secrets";
import { ROOT } from "../process/child";
import { usableMemory, webHeapMegabytes } from "../web/heap";
import { requirePostgresUrl } from "../process/database-error";
import { StartError } from "../process/start-error";

export type Plan = {
  dev: boolean;
  dataDir: string;
  port: number;
  /** The address to listen on; undefined for all. */
  host: string | undefined;
  embedsPostgres: boolean;
  embedsChannels: boolean;
  runsWorker: boolean;
  seedsDemo: boolean;
  /** The embedded database is backed up; your own is by you. */
  keepsBackups: boolean;
  /** How many web servers share the port. */
  webProcesses: number;
  postgresPort: number | undefined;
  /** The embedded channels server's; undefined: the first free one from 6001 up. */
  channelsPort: number | undefined;
  /** The heap limit of each web server. */
  webHeapMegabytes: number;
  /** For every process; the embedded database's address is added when it is known. */
  env: NodeJS.ProcessEnv;
};

/** Returns the environment with `.env` as fallback; an empty value counts as none. */
export function readEnvironment(): NodeJS.ProcessEnv {
  if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));
  const given = Object.entries(process.env).filter(([, value]) => value !== "");
  return { NODE_ENV: process.env.NODE_ENV, ...Object.fromEntries(given) };
}

export const dataDirOf = (given: NodeJS.ProcessEnv): string => resolve(ROOT, given.DATA_DIR ?? ".data");

/** The folder of the stored files: beside the embedded database, wherever that is. */
export const filesDirOf = (given: NodeJS.ProcessEnv): string =>
  given.FILES_DIR ? resolve(ROOT, given.FILES_DIR) : join(dataDirOf(given), "files");

/** Decides what is embedded, and validates the whole configuration once. */
export function makePlan(given: NodeJS.ProcessEnv, dev: boolean): Plan {
  const embedsPostgres = !given.DATABASE_URL;
  const embedsChannels = !given.PUSHER_APP_ID && !given.PUSHER_KEY && !given.PUSHER_SECRET && !given.PUSHER_HOST;
  const port = portNumber("PORT", given.PORT) ?? 3000;
  const dataDir = dataDirOf(given);
  const keepsBackups = embedsPostgres && !dev && given.BACKUPS !== "off";
  // The embedded stack has well-known demo passwords, so by default it is reachable from this machine only.
  const host = given.HOST ?? (embedsPostgres ? "127.0.0.1" : undefined);
  const env: NodeJS.ProcessEnv = {
    ...given,
    NODE_ENV: dev ? "development" : "production",
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: "1",
    FILES_DIR: filesDirOf(given),
    ARCHIVE_DIR: archiveFolderOf(dataDir, given),
    ...(embedsPostgres || dev ? { NEXTAUTH_URL: given.NEXTAUTH_URL ?? `http://localhost:${port}` } : {}),
    ...(embedsPostgres ? ownSecrets(dataDir, given) : {}),
    ...(embedsPostgres ? { BACKUP_DIR: keepsBackups ? backupDirOf(dataDir, given) : "" } : {}),
  };
  if (embedsChannels) Object.assign(env, channelsSettings(dataDir, given, env.NEXTAUTH_URL, host));
  const channelsPort = portNumber("CHANNELS_PORT", given.CHANNELS_PORT);
  const processes = dev ? 1 : webProcesses(given.WEB_PROCESSES);
  backupDaysOf(given);
  if (given.BACKUP_KEY) readBackupKey(given.BACKUP_KEY);
  checkConfiguration(embedsPostgres ? { ...env, DATABASE_URL: "postgresql://to.be.started/caresync" } : env);
  return {
    dev,
    dataDir,
    port,
    host,
    embedsPostgres,
    embedsChannels,
    runsWorker: given.WORKER !== "off",
    seedsDemo: embedsPostgres && given.DEMO !== "off",
    keepsBackups,
    webProcesses: processes,
    webHeapMegabytes: heapMegabytes(given.WEB_HEAP_MB) ?? webHeapMegabytes(processes),
    channelsPort,
    postgresPort: portNumber("POSTGRES_PORT", given.POSTGRES_PORT),
    env,
  };
}

function portNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`${name} must be a port number between 1 and 65535.`);
}

const MAX_DEFAULT_PROCESSES = 4;
const MEMORY_EACH = 1024 ** 3;

/** Returns the requested number; by default one per processor, with a gigabyte of memory for each, and four at most. */
export function webProcesses(
  value: string | undefined,
  machine = { processors: availableParallelism(), memory: usableMemory() },
): number {
  if (value === undefined) {
    return Math.max(1, Math.min(machine.processors, Math.floor(machine.memory / MEMORY_EACH), MAX_DEFAULT_PROCESSES));
  }
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new StartError("WEB_PROCESSES must be a whole number from 1 to 64.");
}

function ownSecrets(dataDir: string, given: NodeJS.ProcessEnv): Record<string, string> {
  const secrets = keepSecrets(dataDir, ["nextauth", "token", "records", "vapid", "metrics"]);
  return {
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET ?? secrets.nextauth,
    TOKEN_SECRET: given.TOKEN_SECRET ?? (given.NEXTAUTH_SECRET ? given.NEXTAUTH_SECRET : secrets.token),
    RECORDS_KEYS: given.RECORDS_KEYS ?? `own:${secrets.records}`,
    // Any 32 random bytes are a private key; the public one follows from it.
    VAPID_PRIVATE_KEY: given.VAPID_PRIVATE_KEY ?? secrets.vapid,
    METRICS_TOKEN: given.METRICS_TOKEN ?? secrets.metrics,
  };
}

function heapMegabytes(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const megabytes = Number(value);
  if (Number.isInteger(megabytes) && megabytes >= 128) return megabytes;
  throw new StartError("WEB_HEAP_MB must be a whole number of megabytes, at least 128.");
}

/** Adds the channels server's address to everyone's environment once it has bound its port. */
export function useChannelsPort(plan: Plan, given: NodeJS.ProcessEnv, port: number): void {
  plan.env.PUSHER_PORT = plan.env.CHANNELS_PORT = String(port);
  plan.env.PUSHER_PUBLIC_PORT = given.PUSHER_PUBLIC_PORT ?? String(port);
}

function channelsSettings(
  dataDir: string,
  given: NodeJS.ProcessEnv,
  siteUrl: string | undefined,
  host: string | undefined,
): Record<string, string> {
  const secrets = keepSecrets(dataDir, ["channelsKey", "channelsSecret"]);
  const publicHost = siteUrl && URL.canParse(siteUrl) ? new URL(siteUrl).hostname : "localhost";
  return {
    PUSHER_APP_ID: "caresync",
    PUSHER_KEY: secrets.channelsKey,
    PUSHER_SECRET: secrets.channelsSecret,
    PUSHER_HOST: "127.0.0.1",
    PUSHER_USE_TLS: "false",
    PUSHER_PUBLIC_HOST: given.PUSHER_PUBLIC_HOST ?? publicHost,
    PUSHER_PUBLIC_TLS: given.PUSHER_PUBLIC_TLS ?? "false",
    CHANNELS_HOST: given.CHANNELS_HOST ?? host ?? "0.0.0.0",
  };
}

/** Before anything starts: reports every configuration error in a sentence of its own. */
export function checkConfiguration(env: NodeJS.ProcessEnv): void {
  try {
    readConfig(env);
  } catch (cause) {
    throw new StartError((cause as Error).message, { cause });
  }
  requirePostgresUrl(env.DATABASE_URL, "DATABASE_URL");
}
