import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { migrateDatabase } from "@/scripts/migrate";

const run = promisify(execFile);
const prisma = (...args: string[]) =>
  run(process.execPath, ["node_modules/prisma/build/index.js", ...args], {
    env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      stdout: `${error.stdout}${error.stderr}`,
    }),
  );

describe("the migrations and the schema", () => {
  it("agree, so that `migrate dev` finds no unexpected change", async () => {
    const { code, stdout } = await prisma(
      "migrate",
      "diff",
      "--from-config-datasource",
      "--to-schema",
      "prisma/schema",
      "--exit-code",
    );
    expect(stdout).toContain("No difference detected");
    expect(code).toBe(0);
  });

  it("have a timestamp each", () => {
    const stamps = readdirSync("prisma/migrations").flatMap((name) => /^\d{14}/.exec(name)?.[0] ?? []);
    expect(stamps.length).toBeGreaterThan(30);
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  it("are not applied again after a rename", async () => {
    const url = process.env.MIGRATION_DATABASE_URL ?? "";
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    try {
      await owner.query(
        `UPDATE "_prisma_migrations" SET migration_name = '20261123000200_patient_names' WHERE migration_name = '20261123000250_patient_names'`,
      );
      await migrateDatabase(url);
      const { rows } = await owner.query<{ name: string }>(
        `SELECT migration_name AS name FROM "_prisma_migrations" WHERE migration_name LIKE '%patient_names'`,
      );
      expect(rows).toEqual([{ name: "20261123000250_patient_names" }]);
    } finally {
      await owner.end();
    }
  });

  it("contain what the schema can't express: one own practice per doctor, and one schedule per hospital", async () => {
    const [index] = await db.$queryRaw<
      { indexdef: string }[]
    >`SELECT indexdef FROM pg_indexes WHERE indexname = 'Schedule_one_per_place'`;
    expect(index?.indexdef).toContain("NULLS NOT DISTINCT");
  });
});
