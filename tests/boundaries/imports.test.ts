import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findCycles } from "./find-cycles";
import { plantTree, soundTree, type Tree } from "./planted-tree";
import { planted } from "./planted-violations";

type Violation = { from: string; to: string; rule: { name: string } };
type Module = { source: string; dependencies: { module: string; resolved: string }[] };
type Cruise = { modules: Module[]; summary: { violations: Violation[] } };

const configFile = resolve(".dependency-cruiser.cjs");
const rules = (createRequire(import.meta.url)(configFile) as { forbidden: { name: string }[] }).forbidden;

/** What lies at every module's top, so that one knows where to look: its vocabulary, and its SQL, which stays inside. */
const VOCABULARY = /\/(schema|status|rules|policy|queries|events|actions|format|statements)\.ts$/;

function moduleOf(path: string): string | undefined {
  return /^lib\/domain\/([^/]+)\//.exec(path)?.[1];
}

/** What scripts and the seed import of the domain; the rules do not read them. */
function startedFromOutside(): Set<string> {
  const sources = ["scripts", "prisma/seed"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => readFileSync(`${folder}/${path}`, "utf8")),
  );
  return new Set(
    sources.flatMap((text) => [...text.matchAll(/"@\/(lib\/domain\/[^"]+)"/g)].map(([, to]) => `${to}.ts`)),
  );
}

function cruise(root: string): Cruise {
  const args = [resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs"), "--config", configFile];
  const output = execFileSync(process.execPath, [...args, "--output-type", "json", "app", "components", "lib"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(output) as Cruise;
}

function cruisePlanted(tree: Tree): Cruise {
  const root = plantTree(tree);
  try {
    return cruise(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe("each import rule", () => {
  let reported: Violation[] = [];

  beforeAll(() => {
    const trees = planted.map(({ tree }) => tree);
    reported = cruisePlanted(Object.assign({}, soundTree, ...trees) as Tree).summary.violations;
  });

  test.each(planted)("reports its own violation: $rule $from", ({ rule, from }) => {
    const names = reported.filter((violation) => violation.from === from).map((violation) => violation.rule.name);
    expect([...new Set(names)]).toEqual([rule]);
  });

  test("has a planted violation", () => {
    const proven = new Set(planted.map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });
});

test("a cycle between folders is found where no two files form one", () => {
  const imports = [
    { from: "lib/beds/internal/open-stay.ts", to: "lib/beds/queries.ts" },
    { from: "lib/beds/queries.ts", to: "lib/beds/internal/columns.ts" },
    { from: "lib/beds/queries.ts", to: "lib/wards/schema.ts" },
  ];
  expect(findCycles(imports)).toEqual(["lib/beds: internal → queries.ts → internal"]);
  expect(findCycles(imports.slice(1))).toEqual([]);
});

test("a clean tree violates no rule", () => {
  const { modules, summary } = cruisePlanted(soundTree);
  expect(summary.violations).toEqual([]);
  const sources = modules.map(({ source }) => source);
  expect(Object.keys(soundTree).filter((path) => !sources.includes(path))).toEqual([]);
});

describe("the codebase", () => {
  let product: Cruise | undefined;
  beforeAll(() => {
    product = cruise(process.cwd());
  });
  afterAll(() => {
    product = undefined;
  });

  test("keeps every rule", () => {
    const violations = product?.summary.violations ?? [];
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  test("has no cycle between files and folders side by side, at any level", () => {
    const imports = (product?.modules ?? [])
      .filter(({ source }) => !/\.test\.tsx?$/.test(source))
      .flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => ({ from: source, to: resolved })));
    expect(imports.length).toBeGreaterThan(1000);
    expect(findCycles(imports)).toEqual([]);
  });

  test("shows at a module's top only its vocabulary and what others call", () => {
    const callers = new Set(
      (product?.modules ?? [])
        .filter(({ source }) => !/\.test\.tsx?$/.test(source))
        .flatMap(({ source, dependencies }) =>
          dependencies
            .filter(({ resolved }) => moduleOf(resolved) !== moduleOf(source))
            .map(({ resolved }) => resolved),
        ),
    );
    const started = startedFromOutside();
    const tops = (product?.modules ?? [])
      .map(({ source }) => source)
      .filter((source) => /^lib\/domain\/[^/]+\/[^/]+\.ts$/.test(source) && !/\.test\.ts$/.test(source))
      .filter((source) => !VOCABULARY.test(source));
    expect(tops.filter((source) => !callers.has(source) && !started.has(source))).toEqual([]);
  });

  test("is read completely: every source file is a module, and the @ alias resolves", () => {
    const modules = new Set((product?.modules ?? []).map(({ source }) => source));
    const files = ["app", "components", "lib"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
    );
    expect(files.filter((path) => /\.tsx?$/.test(path) && !modules.has(path))).toEqual([]);
    const imports = (product?.modules ?? []).flatMap(({ dependencies }) => dependencies);
    expect(imports).toContainEqual(
      expect.objectContaining({
        module: expect.stringMatching(/^@\/lib\//),
        resolved: expect.stringMatching(/^lib\//),
      }),
    );
  });
});
