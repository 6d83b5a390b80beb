import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDER = "docs/deployment";
const read = (file: string) => readFileSync(file, "utf8");
const variables = new Set(Array.from(read(".env.example").matchAll(/^([A-Z][A-Z0-9_]+)=/gm), ([, name]) => name));
/** What programs other than CareSync read, and what isn't a variable. */
const OTHERS = ["NODE_ENV", "NEXT_TELEMETRY_DISABLED", "REPOSITORY", "VERSION", "ENTRYPOINT"];

describe("the deployment guides", () => {
  it("name variables that there are", () => {
    const guide = read(join(FOLDER, "README.md"));
    const named = Array.from(guide.matchAll(/[`\s]([A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9])\b/g), ([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(30);
    expect([...new Set(named)].filter((name) => !variables.has(name) && !OTHERS.includes(name))).toEqual([]);
  });

  it("start programs that there are, with variables that there are", () => {
    const units = readdirSync(join(FOLDER, "systemd"));
    expect(units).toHaveLength(7);
    for (const unit of units) {
      const text = read(join(FOLDER, "systemd", unit));
      for (const [script] of text.matchAll(/scripts\/\S+/g)) expect(() => read(script)).not.toThrow();
      const set = Array.from(text.matchAll(/^Environment=(.*)$/gm), ([, line = ""]) => line.split(" ")).flat();
      const names = set.map((one) => one.split("=")[0] ?? "");
      expect(names.filter((name) => !variables.has(name) && !OTHERS.includes(name))).toEqual([]);
    }
  });

  it("run commands of package.json", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const guides = [read(join(FOLDER, "README.md")), read(join(FOLDER, "Containerfile"))].join("\n");
    const run = Array.from(guides.matchAll(/npm run ([a-z:-]+)/g), ([, name = ""]) => name);
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
