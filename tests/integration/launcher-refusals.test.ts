import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { acquireLock } from "@/scripts/launcher/lock";
import { ROOT } from "@/scripts/process/child";

const dataDir = mkdtempSync(join(tmpdir(), "caresync-refusals-"));
const keys = { RECORDS_KEYS: `k1:${Buffer.alloc(32).toString("base64")}` };
const secrets = { NEXTAUTH_SECRET: "x".repeat(40), NEXTAUTH_URL: "https://care.example.org", ...keys };
const pusher = { PUSHER_APP_ID: "1", PUSHER_KEY: "k", PUSHER_SECRET: "s" };
const nothing = [
  "DATABASE_URL",
  "MIGRATION_DATABASE_URL",
  "PUSHER_APP_ID",
  "PUSHER_KEY",
  "PUSHER_SECRET",
  "PUSHER_HOST",
  "NEXTAUTH_SECRET",
  "RECORDS_KEYS",
];
const none = Object.fromEntries(nothing.map((name) => [name, ""]));

const UNREACHABLE_URL = "postgresql://a:hidden-word@127.0.0.1:1/c";

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function run(script: string, env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, script.split(" "), {
    cwd: ROOT,
    env: { ...process.env, ...none, DATA_DIR: dataDir, PORT: "38117", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said: said.trim() })));
}

describe("npm start refuses in one sentence, with exit code 1,", () => {
  it.each([
    [
      "a database address that is none",
      { DATABASE_URL: "mysql://a:b@c/d" },
      "DATABASE_URL must be a PostgreSQL address",
    ],
    ["a port that is none", { PORT: "many" }, "PORT must be a port number"],
    [
      "to invent secrets for a database of yours",
      { DATABASE_URL: UNREACHABLE_URL, ...pusher },
      "NEXTAUTH_SECRET is missing",
    ],
    [
      "to invent the key of stored files for a database of yours",
      { DATABASE_URL: UNREACHABLE_URL, ...secrets, ...pusher, RECORDS_KEYS: "" },
      "RECORDS_KEYS is missing",
    ],
    [
      "a key of stored files that is none",
      { DATABASE_URL: UNREACHABLE_URL, ...secrets, ...pusher, RECORDS_KEYS: "k1:short" },
      "RECORDS_KEYS must be a list such as k2:…, k1:…",
    ],
    [
      "a bucket without the rest of it",
      { DATABASE_URL: UNREACHABLE_URL, ...secrets, ...pusher, FILES_S3_BUCKET: "files" },
      "FILES_S3_ENDPOINT is missing",
    ],
    [
      "a database that does not answer",
      { DATABASE_URL: UNREACHABLE_URL, ...secrets, ...pusher },
      "cannot be reached at 127.0.0.1:1",
    ],
  ])("%s", async (_what, env, sentence) => {
    const { code, said } = await run("scripts/start.mjs", env);
    expect(said).toContain(sentence);
    expect(said).not.toMatch(/hidden-word|\n\s+at /);
    expect(code).toBe(1);
  });

  it("a wrong login for the application beside a valid owner", async () => {
    const owner = process.env.MIGRATION_DATABASE_URL ?? "";
    const wrong = owner.replace(/\/\/[^@]+@/, "//nobody:hidden-word@");
    const env = { DATABASE_URL: wrong, MIGRATION_DATABASE_URL: owner, ...secrets, ...pusher };
    const { code, said } = await run("scripts/start.mjs", env);
    expect(said).toContain("refuses the user or password in DATABASE_URL");
    expect(said).not.toContain("hidden-word");
    expect(code).toBe(1);
  });

  it("a port that is taken", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, () => resolve((other.address() as { port: number }).port)),
    );
    const { code, said } = await run("scripts/start.mjs", { PORT: String(port) });
    await new Promise((resolve) => other.close(resolve));
    expect(said).toBe(`Port ${port} is taken: stop what uses it, or choose another, as in PORT=${port + 1} npm start.`);
    expect(code).toBe(1);
  });

  it("a second start in the same folder", async () => {
    const first = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "start.mjs"]);
    writeFileSync(join(dataDir, "launcher.pid"), String(first.pid));
    const { code, said } = await run("scripts/start.mjs", {});
    first.kill();
    expect(said).toContain(`already running from this folder (process ${first.pid})`);
    expect(code).toBe(1);
  });
});

it("npm run migrate says that the database does not answer", async () => {
  const { code, said } = await run("--import tsx scripts/migrate.ts", {
    DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c",
  });
  expect(said).toBe("PostgreSQL cannot be reached at 127.0.0.1:1: is it running, and is DATABASE_URL right?");
  expect(code).toBe(1);
});

it("a lock left behind by a dead process is taken over", () => {
  writeFileSync(join(dataDir, "launcher.pid"), "4194999");
  const release = acquireLock(dataDir);
  release();
});
