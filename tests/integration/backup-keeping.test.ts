import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listStamps, listWal } from "@/scripts/backup/store";
import { archiveNow, databaseUrl, installation, KEY_TEXT, query, type Installation } from "./backup-harness";

let site: Installation;
let keeper: ChildProcess;

const environment = () => ({
  ...process.env,
  DATABASE_URL: "",
  MIGRATION_DATABASE_URL: "",
  DATA_DIR: site.dataDir,
  FILES_DIR: site.filesDir,
  BACKUP_DIR: site.root,
  BACKUP_KEY: KEY_TEXT,
});
const run = async (...args: string[]) =>
  (await promisify(execFile)(process.execPath, ["--import", "tsx", ...args], { env: environment() })).stdout;

beforeAll(async () => {
  site = await installation();
  // As the launcher starts it, which gives every part the address of the database.
  const env = { ...environment(), DATABASE_URL: site.server.appUrl, LOG_LEVEL: "silent" };
  keeper = spawn(process.execPath, ["--import", "tsx", "scripts/keep-backups.ts"], { env, stdio: "inherit" });
});
afterAll(async () => {
  keeper?.kill("SIGKILL");
  await site?.remove();
});

describe("the process that keeps the backups", () => {
  it("makes the first one at once", async () => {
    await vi.waitFor(async () => expect(await listStamps(site.store)).toHaveLength(1), { timeout: 120_000 });
    expect(statSync(join(site.root, "last-backup")).isFile()).toBe(true);
  });

  it("moves the log into them as it comes, and goes on when the database was away", async () => {
    await site.server.stop();
    await site.start();
    await query(databaseUrl(site), "CREATE TABLE kept (n int)");
    const before = (await listWal(site.store)).length;
    await archiveNow(site);
    await vi.waitFor(async () => expect((await listWal(site.store)).length).toBeGreaterThan(before), {
      timeout: 60_000,
    });
  });

  it("ends in time when it is asked to", async () => {
    const ended = once(keeper, "exit");
    keeper.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  });
});

describe("the commands for backups", () => {
  it("make one, list them, and verify them", async () => {
    expect(await run("scripts/backup.ts")).toMatch(
      /^Backup \d{8}T\d{6}\.\d{3}Z: [\d.]+ MB in [\d.]+ MB, and 0 files; made/,
    );
    expect(await run("scripts/restore.ts", "--list")).toMatch(/(\n\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ .*){2}/);
    expect(await run("scripts/backup.ts", "--verify")).toMatch(
      /^2 backups, \d+ segments of the log and 0 files: all whole\./,
    );
  });

  it("restore the stopped installation", async () => {
    await query(databaseUrl(site), "INSERT INTO kept VALUES (7)");
    await site.server.stop();
    rmSync(join(site.dataDir, "postgres", "global"), { recursive: true });
    expect(await run("scripts/restore.ts")).toContain("The former database is in");
    await site.start();
    expect(await query(databaseUrl(site), "SELECT n FROM kept")).toEqual([{ n: 7 }]);
  });

  it("refuse a moment that no one could mean, in a sentence", async () => {
    for (const moment of ["yesterday", "2099-01-01 00:00"]) {
      await expect(run("scripts/restore.ts", "--to", moment)).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^(Enter a moment|That moment is still to come)/) as string,
      });
    }
  });
});
