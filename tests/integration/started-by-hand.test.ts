import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, expect, it } from "vitest";
import { freePort } from "@/scripts/embedded/ports";
import { ROOT } from "@/scripts/process/child";

// Scripts read the `.env` beside them, so each test gets a copy of them with one of its own.
const folder = mkdtempSync(join(tmpdir(), "caresync-by-hand-"));
const running: ChildProcess[] = [];

afterEach(() => running.splice(0).forEach((child) => child.kill("SIGKILL")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copyOf(name: string, paths: string[], env: Record<string, string | number>): string {
  const copy = join(folder, name);
  for (const path of paths) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  writeFileSync(
    join(copy, ".env"),
    Object.entries(env)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(""),
  );
  return copy;
}

function run(cwd: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { NODE_ENV: "test", PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(child);
  return child;
}

it("the channels server takes its configuration from .env", async () => {
  const copy = copyOf("channels", ["scripts", "lib/platform", "tsconfig.json", "package.json"], {
    PUSHER_APP_ID: "app",
    PUSHER_KEY: "key",
    PUSHER_SECRET: "secret",
    CHANNELS_PORT: 0,
    NEXTAUTH_URL: "http://localhost:3000",
  });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  const child = run(copy, ["--import", "tsx", "scripts/channels.ts"]);
  const [line] = (await once(createInterface({ input: child.stdout! }), "line")) as [string];
  expect(JSON.parse(line)).toMatchObject({ msg: "channels server listening", host: "127.0.0.1" });
});

/** Replaces Next, which would need a build. */
const NEXT =
  "export default () => ({ prepare: async () => {}, getRequestHandler: () => async (_, response) => void response.end() });";

async function serve(
  name: string,
  hostInFile: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<number> {
  const port = Number(await freePort(26_000 + Math.floor(Math.random() * 2_000)));
  const copy = copyOf(name, ["scripts/serve.mjs", "scripts/server"], {
    PORT: port,
    ...(hostInFile ? { HOST: hostInFile } : {}),
  });
  mkdirSync(join(copy, "node_modules/next"), { recursive: true });
  writeFileSync(join(copy, "node_modules/next/package.json"), `{ "type": "module", "exports": "./index.js" }`);
  writeFileSync(join(copy, "node_modules/next/index.js"), NEXT);
  mkdirSync(join(copy, ".next"));
  writeFileSync(join(copy, ".next/BUILD_ID"), "built");
  run(copy, ["scripts/serve.mjs", ...args], env);
  return port;
}

const takes = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

// Only on Linux is every address of 127.0.0.0/8 this machine's, which distinguishes one address from all.
const onLinux = it.skipIf(process.platform !== "linux");

onLinux("a web server listens where HOST says, in .env or in the environment", async () => {
  for (const [name, inFile, env] of [
    ["file", "127.0.0.2", {}],
    ["environment", "127.0.0.3", { HOST: "127.0.0.2" }],
  ] as const) {
    const port = await serve(name, inFile, [], env);
    await expect.poll(() => takes("127.0.0.2", port), { timeout: 10_000 }).toBe(true);
    expect([await takes("127.0.0.1", port), await takes("127.0.0.3", port)]).toEqual([false, false]);
  }
});

onLinux(
  "a web server listens where its argument says, whatever HOST is, and everywhere when nothing is said",
  async () => {
    const one = await serve("argument", "127.0.0.3", ["-H", "127.0.0.2"]);
    await expect.poll(() => takes("127.0.0.2", one), { timeout: 10_000 }).toBe(true);
    expect(await takes("127.0.0.3", one)).toBe(false);
    const every = await serve("everywhere", "");
    await expect.poll(() => takes("127.0.0.3", every), { timeout: 10_000 }).toBe(true);
  },
);
