import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { STEPS } from "../smoke/smoke";
import { cloneDatabase } from "../support/database";

const run = promisify(execFile);
const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8", stdio: "pipe" }).trim();

/** The commit whose code still serves while, or after, this release's migrations run. */
const PREVIOUS = readFileSync("tests/smoke/previous-release", "utf8").trim();

/** An archive or a shallow clone has no earlier code; a whole clone must have it. */
function hasHistory(): boolean {
  try {
    return git("rev-parse", "--is-shallow-repository") === "false";
  } catch {
    return false;
  }
}

/** Starts the smoke tests of the code in a folder, on a database of this release. Returns the steps that passed. */
async function smoke(folder: string, change?: string): Promise<string[]> {
  const { appUrl, ownerUrl, drop } = await cloneDatabase(inject("postgres"));
  try {
    if (change) await asOwner(ownerUrl, change);
    const env = { ...process.env, DATABASE_URL: appUrl };
    const { stdout } = await run(process.execPath, ["--import", "tsx", "tests/smoke/main.ts"], { cwd: folder, env });
    return stdout.trim().split("\n");
  } finally {
    await drop();
  }
}

/** Gives code in a folder this project's packages, but a Prisma client of its own, which is generated from its schema. */
function linkPackages(folder: string): void {
  const link = (under: string, own: readonly string[]) => {
    mkdirSync(join(folder, under));
    for (const name of readdirSync(under).filter((entry) => !own.includes(entry)))
      symlinkSync(resolve(under, name), join(folder, under, name));
  };
  link("node_modules", ["@prisma", ".prisma"]);
  link("node_modules/@prisma", ["client"]);
  cpSync("node_modules/@prisma/client", join(folder, "node_modules/@prisma/client"), { recursive: true });
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

describe("on the schema of this release", () => {
  const folder = mkdtempSync(join(tmpdir(), "caresync-previous-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("people can do with it what matters most", async () => {
    expect(await smoke(".")).toEqual(Object.keys(STEPS));
  });

  describe.skipIf(!hasHistory())("and with the code of the release before", () => {
    beforeAll(async () => {
      const archive = join(folder, "release.tar");
      git("archive", "--output", archive, PREVIOUS);
      await run("tar", ["-xf", archive, "-C", folder]);
      // The commit may be older than the smoke tests.
      if (!existsSync(join(folder, "tests/smoke")))
        cpSync("tests/smoke", join(folder, "tests/smoke"), { recursive: true });
      linkPackages(folder);
      await run(process.execPath, ["node_modules/prisma/build/index.js", "generate"], { cwd: folder });
    });

    it("people can do it too, so the migrations may run while it serves", async () => {
      expect((await smoke(folder)).length).toBeGreaterThan(5);
    });

    it("people can't once something is gone that it uses, and this is noticed", async () => {
      const gone = `ALTER TABLE "Encounter" RENAME COLUMN "signedAt" TO "signed"`;
      await expect(smoke(folder, gone)).rejects.toThrow("People could not check in, see the doctor and read the note");
    });
  });
});
