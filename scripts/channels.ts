// `npm run channels`: a channels server of one's own, for installations without a hosted one.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { destination } from "pino";
import { z } from "zod";
import { createLog } from "@/lib/platform/log/log";
import { startMetrics } from "@/lib/platform/metrics/instruments";
import { needsGrant } from "@/lib/platform/realtime/grant";
import { DEFAULT_LIMITS } from "@/lib/platform/realtime/server/limits";
import { type ChannelsServer, startChannelsServer } from "@/lib/platform/realtime/server/start-channels-server";
import { ROOT } from "./process/child";

if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));

const environment = z.object({
  PUSHER_APP_ID: z.string({ error: "is missing: the app id that publishers use" }).min(1, "must not be empty"),
  PUSHER_KEY: z.string({ error: "is missing: the key that browsers use" }).min(1, "must not be empty"),
  PUSHER_SECRET: z.string({ error: "is missing: the secret that signs requests" }).min(1, "must not be empty"),
  CHANNELS_HOST: z.string().default("127.0.0.1"),
  CHANNELS_PORT: z.coerce.number({ error: "must be a port number" }).int().min(0).max(65535).optional(),
  /** How many ports to try, upwards, when the first is taken. The parent process is told which one it became. */
  CHANNELS_PORT_TRIES: z.coerce.number().int().min(1).max(1_000).default(1),
  PUSHER_PORT: z.coerce.number({ error: "must be a port number" }).int().min(0).max(65535).optional(),
  NEXTAUTH_URL: z.url("must be the public address of the site").optional(),
  CORS_ORIGINS: z.string().default(""),
  TRUST_PROXY: z.enum(["true", "false", "1", "0", "on", "off"]).default("false"),
  CHANNELS_SOCKETS_PER_ADDRESS: z.coerce
    .number({ error: "must be a number" })
    .int()
    .min(1)
    .default(DEFAULT_LIMITS.maxConnectionsPerAddress),
  METRICS_TOKEN: z.string().min(32, "must have at least 32 random characters").optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === "EADDRINUSE") return `The channels server cannot start: port ${port} is already in use.`;
  if (error.code === "EACCES") return `The channels server cannot start: port ${port} may not be opened by this user.`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return `The channels server cannot start: ${host} is not an address of this machine.`;
  }
  return `The channels server cannot start: ${error.code ?? "unknown error"}.`;
}

const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
const parsed = environment.safeParse(given);
if (!parsed.success) {
  stop(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"));
}
const env = parsed.data;
const host = env.CHANNELS_HOST;
const port = env.CHANNELS_PORT ?? env.PUSHER_PORT ?? 6001;
const otherSites = env.CORS_ORIGINS.split(",")
  .map((origin) => origin.trim())
  .filter(Boolean);
// The application's own lines: the same form, and nothing that identifies anyone.
const logger = createLog(destination({ fd: 1, sync: true }), env.LOG_LEVEL);
if (env.METRICS_TOKEN) startMetrics("channels");

const options = {
  host,
  apps: [{ id: env.PUSHER_APP_ID, key: env.PUSHER_KEY, secret: env.PUSHER_SECRET, needsGrant }],
  logger,
  metricsToken: env.METRICS_TOKEN,
  limits: { maxConnectionsPerAddress: env.CHANNELS_SOCKETS_PER_ADDRESS },
  trustsProxy: ["true", "1", "on"].includes(env.TRUST_PROXY),
  ...(env.NEXTAUTH_URL ? { origins: [new URL(env.NEXTAUTH_URL).origin, ...otherSites] } : {}),
};

/** A port is known to be free only once it is bound. */
async function startOnSomePort(): Promise<ChannelsServer> {
  for (let offset = 0; ; offset += 1) {
    try {
      return await startChannelsServer({ ...options, port: port + offset });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EADDRINUSE" || offset + 1 >= env.CHANNELS_PORT_TRIES || port + offset >= 65_535) throw error;
    }
  }
}

try {
  const server = await startOnSomePort();
  const shutDown = () => void server.close().then(() => process.exit(0));
  process.once("SIGTERM", shutDown);
  process.once("SIGINT", shutDown);
  // Started with an IPC channel, it exits with its parent, however that one ended, even right now.
  process.once("disconnect", shutDown);
  logger.info({ host, port: server.port }, "channels server listening");
  if (!env.NEXTAUTH_URL) logger.warn("NEXTAUTH_URL is not set: pages of any site may open sockets here");
  process.send?.({ channelsPort: server.port }, () => undefined);
} catch (error) {
  stop(explain(error as NodeJS.ErrnoException, host, port));
}
