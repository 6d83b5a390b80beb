import { expect, it, vi } from "vitest";
import { startChild } from "../process/child";
import { startWebProcesses } from "../web/processes";
import { addWeb, addWorker } from "./parts";
import { makePlan } from "./plan";
import { Stack } from "./stack";

const ended = { exited: new Promise<void>(() => {}), stop: async () => {} };
vi.mock("../embedded/ports", () => ({ portError: async () => null }));
vi.mock("../process/child", () => ({ ROOT: "", startChild: vi.fn(() => ended) }));
vi.mock("../web/processes", () => ({ startWebProcesses: vi.fn(async () => ended) }));

it("the database owner's login and the key of the backups reach neither the worker nor the web processes", async () => {
  const owner = "postgresql://owner:secret@localhost/caresync";
  const given = { NODE_ENV: "test", NEXTAUTH_URL: "http://localhost:3000" } as const;
  const plan = makePlan({ ...given, MIGRATION_DATABASE_URL: owner, BACKUP_KEY: "k".repeat(43) }, false);
  const stack = new Stack();
  await addWorker(stack, plan);
  await addWeb(stack, plan, false);
  const [web] = vi.mocked(startWebProcesses).mock.calls[0]!;
  for (const env of [vi.mocked(startChild).mock.calls[0]![0].env, web.env()]) {
    // Empty, not missing: what is missing comes from `.env`.
    expect(env.MIGRATION_DATABASE_URL).toBe("");
    expect(JSON.stringify(env)).not.toContain(owner);
    expect(env.BACKUP_KEY).toBe("");
  }
});
