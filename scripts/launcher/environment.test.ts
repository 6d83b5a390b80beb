import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../process/child";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const explained = new Set([...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]));

describe(".env.example", () => {
  it("explains every variable that the configuration reads", () => {
    const names = [...read("lib/platform/config/config.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
      (match) => match[1],
    );
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => name !== "NODE_ENV" && !explained.has(name))).toEqual([]);
  });

  it("explains every variable that the launcher reads", () => {
    const names = [...read("scripts/launcher/plan.ts").matchAll(/given\.([A-Z][A-Z_]+)/g)].map((match) => match[1]);
    expect(names.filter((name) => !explained.has(name))).toEqual([]);
  });
});
