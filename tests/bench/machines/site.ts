import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { addressOf, end, HERE, runOn, type Machine } from "./network";
import type { Databases, Pooler } from "./databases";

export type WebMachine = Extract<Machine, "one" | "two">;
export const WEB_MACHINES: WebMachine[] = ["one", "two"];

const PORT = 4120;
const WEB_PORT = 3000;
const CHANNELS_PORT = 6001;
export const BASE_URL = `http://${HERE}:${PORT}`;
const READY_MS = 120_000;

/** What every part of the site is told. */
export const SETTINGS: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  NEXTAUTH_URL: BASE_URL,
  NEXTAUTH_SECRET: "bench-bench-bench-bench-bench-bench",
  TOKEN_SECRET: "bench-token-bench-token-bench-token",
  RECORDS_KEYS: "bench:YmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gtMzI=",
  PUSHER_APP_ID: "bench",
  PUSHER_KEY: "bench-key",
  PUSHER_SECRET: "bench-secret-bench-secret",
  PUSHER_HOST: addressOf("hub"),
  PUSHER_PORT: String(CHANNELS_PORT),
  PUSHER_USE_TLS: "false",
  CHANNELS_HOST: addressOf("hub"),
  CHANNELS_PORT: String(CHANNELS_PORT),
  RATE_LIMIT_FACTOR: "100000",
  TRUST_PROXY: "true",
  LOG_LEVEL: "warn",
  DATABASE_POOL_SIZE: "10",
  WORKER: "off",
};

/** The web servers and workers of both machines, the channels server, and nginx in front of them. */
export class Site {
  private readonly parts = new Map<string, ChildProcess>();
  private nginx: ChildProcess | undefined;

  constructor(
    private readonly folder: string,
    private readonly databases: Databases,
    private readonly pooler: Pooler,
  ) {}

  private log = (name: string) => join(this.folder, `${name}.log`);

  startHub(): void {
    this.parts.set(
      "hub",
      runOn("hub", [process.execPath, "--import", "tsx", "scripts/channels.ts"], {
        env: SETTINGS,
        log: this.log("hub"),
      }),
    );
  }

  /** Starts what runs on a machine. Web servers reach the database through the pooler, workers by its name. */
  startMachine(machine: WebMachine): void {
    const direct = this.databases.url("app", "db");
    const env = { ...SETTINGS, FILES_DIR: join(this.folder, "files"), DATABASE_URL: direct };
    const pooled = {
      DATABASE_URL: this.pooler.url("care"),
      DATABASE_DIRECT_URL: direct,
      DATABASE_REPLICA_URL: this.pooler.url("replica"),
    };
    const web = [
      process.execPath,
      "--max-old-space-size=512",
      "scripts/serve.mjs",
      "-H",
      addressOf(machine),
      "-p",
      String(WEB_PORT),
    ];
    const worker = [process.execPath, "--import", "tsx", "scripts/worker.ts"];
    this.parts.set(
      `web ${machine}`,
      runOn(machine, web, { env: { ...env, ...pooled }, log: this.log(`web-${machine}`) }),
    );
    this.parts.set(`worker ${machine}`, runOn(machine, worker, { env, log: this.log(`worker-${machine}`) }));
  }

  async ready(machine: WebMachine): Promise<void> {
    for (const until = performance.now() + READY_MS; performance.now() < until; await sleep(250)) {
      const answer = await fetch(`http://${addressOf(machine)}:${WEB_PORT}/api/health/ready`).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error(`The web server on machine ${machine} was not ready in time; see ${this.log(`web-${machine}`)}.`);
  }

  /** `SIGTERM` lets it finish its answers, `SIGKILL` doesn't. */
  async stopMachine(machine: WebMachine, signal: NodeJS.Signals): Promise<void> {
    await Promise.all(["web", "worker"].map((part) => end(this.parts.get(`${part} ${machine}`), signal)));
  }

  /** As docs/deployment/nginx.conf, without TLS. */
  startBalancer(): void {
    mkdirSync(join(this.folder, "nginx"), { recursive: true });
    const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    const servers = WEB_MACHINES.map(
      (machine) => `server ${addressOf(machine)}:${WEB_PORT} max_fails=1 fail_timeout=5s;`,
    );
    const text = `daemon off; pid ${this.folder}/nginx/pid; error_log ${this.folder}/nginx.log; events {}
http {
  ${kinds.map((kind) => `${kind}_temp_path ${this.folder}/nginx/${kind};`).join(" ")}
  access_log off;
  upstream web { ${servers.join(" ")} keepalive 32; keepalive_timeout 60s; }
  server {
    listen ${HERE}:${PORT};
    location / {
      proxy_pass http://web;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header Connection "";
      proxy_connect_timeout 2s;
      proxy_read_timeout 90s;
      proxy_next_upstream error timeout;
    }
  }
}`;
    writeFileSync(join(this.folder, "nginx.conf"), text);
    this.nginx = spawn("nginx", ["-p", this.folder, "-c", join(this.folder, "nginx.conf")], { stdio: "ignore" });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.parts.values()].map((part) => end(part, "SIGTERM")));
    await end(this.nginx, "SIGTERM");
  }
}
