import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, it } from "vitest";
import { APP, closeAll, rawClient } from "./channels-harness";

const running: ChildProcess[] = [];

afterEach(async () => {
  await closeAll();
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Starts scripts/channels.ts the way the launcher does. */
function start(env: Record<string, string>, stdio: "pipe" | "ipc" = "pipe") {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/channels.ts"], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...env },
    stdio: ["ignore", "pipe", "pipe", ...(stdio === "ipc" ? (["ipc"] as const) : [])],
  });
  running.push(child);
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
  const exited = new Promise<{ code: number | null; stderr: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, stderr }));
    // `close` means that all output was read; with an IPC channel that was disconnected it never comes.
    child.on("exit", (code) => setTimeout(() => resolve({ code, stderr }), 500));
  });
  const firstLine = new Promise<Record<string, unknown>>((resolve) => {
    createInterface({ input: child.stdout! }).once("line", (line) =>
      resolve(JSON.parse(line) as Record<string, unknown>),
    );
  });
  return { child, exited, firstLine };
}

const credentials = { PUSHER_APP_ID: APP.id, PUSHER_KEY: APP.key, PUSHER_SECRET: APP.secret };

describe("scripts/channels.ts", () => {
  it("prints in one line of JSON where it listens, serves, and exits cleanly on SIGTERM", async () => {
    const { child, firstLine, exited } = start({ ...credentials, CHANNELS_PORT: "0" });
    const line = await firstLine;
    expect(line).toMatchObject({ level: "info", msg: "channels server listening", host: "127.0.0.1" });
    const client = rawClient(Number(line.port));
    await client.socketId();
    child.kill("SIGTERM");
    expect(await client.closed).toMatchObject({ code: 1001 });
    expect(await exited).toEqual({ code: 0, stderr: "" });
  });

  it("exits when its parent process has gone", async () => {
    const { child, firstLine, exited } = start({ ...credentials, CHANNELS_PORT: "0" }, "ipc");
    await firstLine;
    child.disconnect();
    expect((await exited).code).toBe(0);
  });

  it("names each missing variable in a sentence and exits with 1", async () => {
    const { code, stderr } = await start({ PUSHER_APP_ID: APP.id, CHANNELS_PORT: "many" }).exited;
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([
      "PUSHER_KEY is missing: the key that browsers use.",
      "PUSHER_SECRET is missing: the secret that signs requests.",
      "CHANNELS_PORT must be a port number.",
    ]);
  });

  it("takes the next port where allowed, and tells its parent which", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const { port } = blocker.address() as { port: number };
    const { child, firstLine } = start(
      { ...credentials, CHANNELS_PORT: String(port), CHANNELS_PORT_TRIES: "20" },
      "ipc",
    );
    const [told, line] = await Promise.all([new Promise((resolve) => child.once("message", resolve)), firstLine]);
    blocker.close();
    expect(Number(line.port)).toBeGreaterThan(port);
    expect(told).toEqual({ channelsPort: line.port });
  });

  it("says in one sentence that the port is taken, and exits with 1", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const { port } = blocker.address() as { port: number };
    const { code, stderr } = await start({ ...credentials, CHANNELS_PORT: String(port) }).exited;
    blocker.close();
    expect(code).toBe(1);
    expect(stderr).toBe(`The channels server cannot start: port ${port} is already in use.\n`);
  });
});
