import { resolve } from "node:path";
import { z } from "zod";
import { databaseOf, databaseVariables } from "./database";
import { flag, httpUrl, megabytes, port, quota, recordsKeys, secret } from "./fields";
import { pushHosts, pushSettings, vapidPrivateKey, vapidSubject } from "./vapid";

export type { VapidKeys } from "./vapid";

/** Every variable CareSync reads; `.env.example` explains each one. */
const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  ...databaseVariables,
  NEXTAUTH_URL: z.url({ error: "must be the public address of this site, such as https://care.example.org" }),
  ASSET_PREFIX: httpUrl(
    "must be the address of a content delivery network, such as https://cdn.example.org",
  ).optional(),
  NEXTAUTH_SECRET: secret,
  TOKEN_SECRET: secret.optional(),
  RECORDS_KEYS: recordsKeys,
  FILES_DIR: z.string().default(".data/files"),
  FILES_S3_BUCKET: z.string().optional(),
  FILES_S3_ENDPOINT: httpUrl(
    "must be the address of an S3 server, such as https://s3.eu-central-1.amazonaws.com",
  ).optional(),
  FILES_S3_REGION: z.string().default("us-east-1"),
  FILES_S3_ACCESS_KEY_ID: z.string().optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().optional(),
  BACKUP_DIR: z.string().optional(),
  ARCHIVE_DIR: z.string().default(".data/archive"),
  PUSHER_APP_ID: z.string({ error: "is missing: the app id of your Pusher-compatible server" }).min(1),
  PUSHER_KEY: z.string({ error: "is missing: the key of your Pusher-compatible server" }).min(1),
  PUSHER_SECRET: z.string({ error: "is missing: the secret of your Pusher-compatible server" }).min(1),
  PUSHER_CLUSTER: z.string().default(""),
  PUSHER_HOST: z.string().optional(),
  PUSHER_PORT: port.optional(),
  PUSHER_USE_TLS: flag.default(true),
  PUSHER_PUBLIC_HOST: z.string().optional(),
  PUSHER_PUBLIC_PORT: port.optional(),
  PUSHER_PUBLIC_TLS: flag.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must look like smtp://user:password@host:587")
    .optional(),
  MAIL_FROM: z.string().default("CareSync <no-reply@localhost>"),
  SMS_URL: z
    .url({ protocol: /^https?$/, error: "must be the address of an HTTP gateway for text messages, or sandbox" })
    .or(z.literal("sandbox"))
    .optional(),
  SMS_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+:\s*\S/, "must look like Authorization: Bearer …")
    .optional(),
  SMS_BODY: z
    .string()
    .default('{"to":"{to}","text":"{text}","id":"{id}"}')
    .refine((body) => body.includes("{to}") && body.includes("{text}"), "must contain {to} and {text}"),
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: vapidPrivateKey.optional(),
  VAPID_SUBJECT: vapidSubject.optional(),
  PUSH_HOSTS: pushHosts,
  WORKER: z.enum(["on", "off"]).default("on"),
  METRICS_TOKEN: secret.optional(),
  WORKER_METRICS_PORT: port.optional(),
  WORKER_METRICS_HOST: z.string().default("127.0.0.1"),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl(
    "must be the address of an OpenTelemetry collector, such as http://127.0.0.1:4318",
  ).optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  BACKUP_STAMP: z.string().optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  VIDEO_BASE_URL: z
    .url({ protocol: /^https$/, error: "must be an https address such as https://meet.example.org" })
    .optional(),
  QUOTA_UPCOMING: quota(20),
  QUOTA_UPCOMING_WITH_DOCTOR: quota(10),
  QUOTA_PER_DAY: quota(5),
  QUOTA_HOLDS: quota(3),
  QUOTA_HOLDS_OF_DOCTOR: quota(6),
  QUOTA_HOLDS_OF_ONE_TIME: quota(3),
  QUOTA_HOLDS_PER_HOUR: quota(10),
  CORS_ORIGINS: z
    .string()
    .default("")
    .transform((v) =>
      v
        .split(",")
        .map((o) => o.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.url("must be a comma-separated list of origins such as https://app.example.org"))),
  TRUST_PROXY: flag.default(false),
  CARESYNC_DEMO: flag.default(false),
  SHARED_PAGES_MB: megabytes(64),
  CARESYNC_BUILD: z.string().default("development"),
});

/** The bucket for files, with all that it needs; undefined when files are kept in a folder. */
function bucketOf(e: z.output<typeof environment>) {
  if (e.FILES_S3_BUCKET === undefined) return undefined;
  const required = <T>(value: T | undefined, name: string): T => {
    if (value !== undefined) return value;
    throw new Error(`The configuration is incomplete:\n  ${name} is missing: FILES_S3_BUCKET needs it.`);
  };
  return {
    endpoint: required(e.FILES_S3_ENDPOINT, "FILES_S3_ENDPOINT"),
    bucket: e.FILES_S3_BUCKET,
    region: e.FILES_S3_REGION,
    accessKeyId: required(e.FILES_S3_ACCESS_KEY_ID, "FILES_S3_ACCESS_KEY_ID"),
    secretAccessKey: required(e.FILES_S3_SECRET_ACCESS_KEY, "FILES_S3_SECRET_ACCESS_KEY"),
  };
}

/** The gateway for text messages, or the sandbox that keeps them in the outbox; undefined when there are none. */
function gatewayOf(e: z.output<typeof environment>) {
  if (e.SMS_URL === undefined) return undefined;
  if (e.SMS_URL === "sandbox") return "sandbox" as const;
  const [, name, value] = /^([^:]+):\s*(.*)$/.exec(e.SMS_HEADER ?? "") ?? [];
  const headers: Record<string, string> = name !== undefined && value !== undefined ? { [name]: value } : {};
  return { url: e.SMS_URL, headers, body: e.SMS_BODY };
}

const siteOf = (e: z.output<typeof environment>, origin: string) => ({
  origin,
  isHttps: origin.startsWith("https:"),
  assetsOrigin: e.ASSET_PREFIX && new URL(e.ASSET_PREFIX).origin,
});

/** How much one person may take. A load test books and holds more than any person does. */
function quotasOf(e: z.output<typeof environment>) {
  const atMost = (most: number) => Math.round(most * Math.max(1, e.RATE_LIMIT_FACTOR));
  return {
    upcoming: atMost(e.QUOTA_UPCOMING),
    upcomingWithDoctor: atMost(e.QUOTA_UPCOMING_WITH_DOCTOR),
    perDay: atMost(e.QUOTA_PER_DAY),
    holds: atMost(e.QUOTA_HOLDS),
    holdsOfDoctor: atMost(e.QUOTA_HOLDS_OF_DOCTOR),
    holdsOfOneTime: atMost(e.QUOTA_HOLDS_OF_ONE_TIME),
    holdsPerHour: atMost(e.QUOTA_HOLDS_PER_HOUR),
  };
}

/** Reads and validates the environment; throws one error with a sentence per mistake. */
export function readConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new Error(`The configuration is incomplete:\n  ${faults.join("\n  ")}`);
  }
  const e = parsed.data;
  const origin = new URL(e.NEXTAUTH_URL).origin;
  return {
    isProduction: e.NODE_ENV === "production",
    isTest: e.NODE_ENV === "test",
    database: databaseOf(e),
    site: siteOf(e, origin),
    auth: { secret: e.NEXTAUTH_SECRET, tokenSecret: e.TOKEN_SECRET ?? e.NEXTAUTH_SECRET },
    records: { keys: e.RECORDS_KEYS },
    files: { directory: resolve(e.FILES_DIR), bucket: bucketOf(e), archive: resolve(e.ARCHIVE_DIR) },
    pusher: {
      appId: e.PUSHER_APP_ID,
      key: e.PUSHER_KEY,
      secret: e.PUSHER_SECRET,
      cluster: e.PUSHER_CLUSTER,
      host: e.PUSHER_HOST,
      port: e.PUSHER_PORT,
      useTLS: e.PUSHER_USE_TLS,
      publicHost: e.PUSHER_PUBLIC_HOST,
      publicPort: e.PUSHER_PUBLIC_PORT,
      publicTLS: e.PUSHER_PUBLIC_TLS,
    },
    mail: { smtpUrl: e.SMTP_URL, from: e.MAIL_FROM },
    textMessages: { gateway: gatewayOf(e) },
    push: pushSettings(e, origin),
    worker: e.WORKER === "on",
    metrics: { token: e.METRICS_TOKEN, workerPort: e.WORKER_METRICS_PORT, workerHost: e.WORKER_METRICS_HOST },
    tracing: { endpoint: e.OTEL_EXPORTER_OTLP_ENDPOINT, share: e.OTEL_TRACES_SAMPLER_ARG },
    backups: { stamp: e.BACKUP_STAMP, directory: e.BACKUP_DIR },
    log: { level: e.LOG_LEVEL, pretty: e.NODE_ENV === "development" },
    rateLimitFactor: e.RATE_LIMIT_FACTOR,
    video: { baseUrl: e.VIDEO_BASE_URL },
    quotas: quotasOf(e),
    corsOrigins: e.CORS_ORIGINS,
    trustProxy: e.TRUST_PROXY,
    isDemo: e.CARESYNC_DEMO,
    sharedPagesBytes: e.SHARED_PAGES_MB * 1_048_576,
    build: e.CARESYNC_BUILD,
  };
}

export type Config = ReturnType<typeof readConfig>;

let cached: Config | undefined;

/** The validated configuration, read once on first use (never at import, so that a build needs no secrets). */
export const config: Config = new Proxy({} as Config, {
  get: (_target, key) => Reflect.get((cached ??= readConfig(process.env)), key),
});
