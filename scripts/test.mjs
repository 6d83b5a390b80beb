import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./ensure-installed.mjs";
import { countPlaywright, countVitest } from "./test-counts.mjs";

// The report is this command's output; everything else stays silent.
const say = (/** @type {string} */ text) => console.log(text);

const root = fileURLToPath(new URL("../", import.meta.url));
const reports = `${root}test-results/reports`;

const bin = (name) => `node_modules/.bin/${name}`;
const vitest = (name, projects) => ({
  name,
  commands: [
    [
      bin("vitest"),
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${reports}/${name}.json`,
    ],
  ],
  count: () => countVitest(`${reports}/${name}.json`),
});

// The compiler in Go takes a tenth of the time; the one in JavaScript is for typescript-eslint.
const tsc = "node_modules/typescript7/bin/tsc";

/** In this order; those in one row run in parallel. A step without `count` is one test. */
const ROWS = [
  [{ name: "generate", commands: [[bin("prisma"), "generate"]], silent: true }],
  [
    { name: "format", commands: [[bin("prettier"), "--check", ".", "--log-level", "warn", "--cache"]] },
    { name: "lint", commands: [[bin("eslint"), ".", "--max-warnings", "0"]] },
    {
      name: "types",
      commands: [
        [bin("next"), "typegen"],
        [tsc, "--noEmit"],
      ],
    },
    { name: "unused", commands: [["node_modules/knip/bin/knip.js", "--no-progress", "--no-config-hints"]] },
    {
      name: "boundaries",
      commands: [[bin("depcruise"), "--config", ".dependency-cruiser.cjs", "app", "components", "lib"]],
    },
    vitest("unit", ["unit", "components"]),
  ],
  [vitest("integration", ["integration"])],
  [
    {
      name: "e2e",
      commands: [[bin("playwright"), "test", "--reporter=list,json"]],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/e2e.json` },
      count: () => countPlaywright(`${reports}/e2e.json`),
    },
  ],
];

function chosenSteps(argv) {
  const names = ROWS.flat().map((step) => step.name);
  const at = argv.indexOf("--only");
  if (at === -1) return new Set(names);
  const only = (argv[at + 1] ?? "").split(",").filter(Boolean);
  const unknown = only.filter((name) => !names.includes(name));
  if (only.length === 0 || unknown.length > 0) {
    throw new Error(`--only takes steps out of: ${names.join(", ")}.`);
  }
  return new Set(only);
}

const running = new Set();
let interrupted = false;

/**
 * Runs one command to its end and returns its exit code; with `held`, its output is printed in one piece afterwards.
 */
function run([command, ...args], env, held) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", held ? "pipe" : "inherit", held ? "pipe" : "inherit"],
    });
    running.add(child);
    child.stdout?.on("data", (chunk) => held.push(chunk));
    child.stderr?.on("data", (chunk) => held.push(chunk));
    child.on("error", () => resolve(1));
    child.on("close", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

async function runStep(step, alone) {
  const started = performance.now();
  const held = alone ? undefined : [];
  if (alone) say(`\n── ${step.name}`);
  let code = 0;
  for (const command of step.commands) if (code === 0) code = await run(command, step.env, held);
  if (held) say(`\n── ${step.name}\n${Buffer.concat(held).toString().trimEnd()}`);

  const counted = step.count?.() ?? { passed: 0, failed: 0, skipped: 0, failures: [] };
  // A failure without a failed test (a crash, a file that does not load) still counts.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  if (!step.count && !step.silent && code === 0) counted.passed = 1;
  return { name: step.name, ...counted, seconds: (performance.now() - started) / 1000 };
}

function summarize(results) {
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) say(`\n── failed\n${failures.join("\n\n").replaceAll(root, "")}`);
  say("\n── summary");
  for (const { name, passed, failed, skipped, seconds } of results) {
    const more = skipped ? `, ${skipped} skipped` : "";
    say(`${failed ? "✗" : "✓"} ${name.padEnd(12)} ${passed} passed, ${failed} failed${more} (${seconds.toFixed(1)} s)`);
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  say(`${total("passed")} passed, ${total("failed")} failed`);
  return total("failed") === 0 ? 0 : 1;
}

async function main() {
  const chosen = chosenSteps(process.argv.slice(2));
  ensureInstalled();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const results = [];
  for (const row of ROWS) {
    if (interrupted) break;
    const steps = row.filter((step) => chosen.has(step.name));
    results.push(...(await Promise.all(steps.map((step) => runStep(step, steps.length === 1)))));
  }
  return summarize(results) || Number(interrupted);
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    interrupted = true;
    for (const child of running) child.kill(signal);
  });
}

process.exitCode = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  say("0 passed, 1 failed");
  return 1;
});
