import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDER = "docs/monitoring";
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, "utf8");
const alerts = Array.from(read("alerts.yml").matchAll(/^ +- alert: (\w+)$/gm), ([, name = ""]) => name);

/** Of Debian's package `prometheus`, which .ci/run installs. */
const promtool = (...args: string[]) => spawnSync("promtool", args, { cwd: FOLDER, encoding: "utf8" });
const isInstalled = promtool("--version").status === 0;

type Panel = { id: number; type: string; title: string; targets?: { expr: string }[] };
const { panels } = JSON.parse(read("dashboard.json")) as { panels: Panel[] };

describe("the alerts", () => {
  it("each have a section that says what to do, and there is no other", () => {
    const sections = Array.from(read("README.md").matchAll(/^### (CareSync\w+)$/gm), ([, name]) => name);
    expect(sections).toEqual(alerts);
    const runbooks = Array.from(read("alerts.yml").matchAll(/runbook: (\S+)$/gm), ([, link]) => link);
    expect(runbooks).toEqual(alerts.map((name) => `${FOLDER}/README.md#${name.toLowerCase()}`));
  });

  it("each have a test in which they are silent, and then fire", () => {
    const tests = read("alerts.test.yml")
      .split(/^ {2}- name: /m)
      .slice(1);
    expect(tests.map((text) => text.split("\n", 1)[0])).toEqual(alerts);
    expect(tests.filter((text) => !text.includes("exp_alerts: []") || !text.includes("exp_annotations:"))).toEqual([]);
  });

  it.skipIf(!isInstalled)("are rules that Prometheus accepts, and fire when they should", () => {
    const checked = promtool("check", "rules", "--lint=all", "--lint-fatal", "alerts.yml");
    expect([checked.stdout, checked.stderr, checked.status].join("\n")).toContain(`${alerts.length} rules found`);
    const tested = promtool("test", "rules", "alerts.test.yml");
    expect([tested.status, tested.stdout + tested.stderr]).toEqual([0, expect.stringContaining("SUCCESS")]);
  });
});

describe("the dashboard", () => {
  it("has panels with a number and a title each", () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(panels.filter(({ title }) => title === "")).toEqual([]);
    expect(panels.filter(({ type, targets = [] }) => type !== "row" && targets.length === 0)).toEqual([]);
  });

  it.skipIf(!isInstalled)("asks in expressions that Prometheus accepts", () => {
    const exprs = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
    const rules = exprs.map((expr, at) => `      - { record: "panel:number_${at}", expr: ${JSON.stringify(expr)} }`);
    const folder = mkdtempSync(join(tmpdir(), "caresync-dashboard-"));
    writeFileSync(join(folder, "rules.yml"), ["groups:", "  - name: dashboard", "    rules:", ...rules].join("\n"));
    const { status, stderr } = promtool("check", "rules", join(folder, "rules.yml"));
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([0, ""]);
  });
});
