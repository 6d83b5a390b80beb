import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";

const run = promisify(execFile);
const prisma = (...args: string[]) =>
  run(process.execPath, ["node_modules/prisma/build/index.js", ...args], { env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1" } }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, stdout: `${error.stdout}${error.stderr}` }),
  );

describe("the migrations and the schema", () => {
  it("say the same: nobody's next `migrate dev` finds a change that nobody made", async () => {
    const { code, stdout } = await prisma("migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--exit-code");
    expect(stdout).toContain("No difference detected");
    expect(code).toBe(0);
  }, 60_000);

  it("hold what the schema cannot say: one own practice per doctor, as one place per hospital", async () => {
    const [index] = await db.$queryRaw<{ indexdef: string }[]>`SELECT indexdef FROM pg_indexes WHERE indexname = 'Schedule_one_per_place'`;
    expect(index?.indexdef).toContain("NULLS NOT DISTINCT");
  });
});
