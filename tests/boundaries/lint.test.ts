import { ESLint } from "eslint";
import { beforeAll, describe, expect, test } from "vitest";

/** Files that exist, because typed rules only know the project's files; their text is replaced. */
const inDomain = "lib/platform/errors/app-error.ts";
const inConfig = "lib/platform/config/config.ts";
const inStatements = "lib/platform/jobs/statements.ts";
const inPage = "app/not-found.tsx";
const inComponent = "components/shell/auth-card.tsx";
const inTests = "tests/support/env.ts";
const inEndToEnd = "tests/e2e/support/fixtures.ts";

const LONG = Array.from({ length: 201 }, (_, line) => `export const a${line} = ${line};`).join("\n");

/**
 * The reason for every `any`, silenced compiler, `console`, `.only` and fixed wait in this file: they are texts of files that are
 * never written or run. The linter is given them, and has to refuse each.
 */
const refused: { why: string; file: string; text: string; rule: string }[] = [
  { why: "any", file: inDomain, text: "export const a = (b: any) => b;", rule: "@typescript-eslint/no-explicit-any" },
  {
    why: "a silenced compiler",
    file: inDomain,
    text: "// @ts-expect-error it is fine\nexport const a: number = 1;",
    rule: "@typescript-eslint/ban-ts-comment",
  },
  {
    why: "a promise nobody waits for",
    file: inDomain,
    text: "export function a() { Promise.resolve(1); }",
    rule: "@typescript-eslint/no-floating-promises",
  },
  {
    why: "a promise taken for a boolean",
    file: inDomain,
    text: "export function a(b: Promise<boolean>) { return b ? 1 : 2; }",
    rule: "@typescript-eslint/no-misused-promises",
  },
  {
    why: "a type imported as a value",
    file: inDomain,
    text: 'import { Actor } from "@/lib/actor/actor";\nexport type A = Actor;',
    rule: "@typescript-eslint/consistent-type-imports",
  },
  { why: "process.env", file: inDomain, text: "export const a = process.env.A;", rule: "no-restricted-syntax" },
  {
    why: "process.env in parts",
    file: inDomain,
    text: "export const { env } = process;",
    rule: "no-restricted-syntax",
  },
  {
    why: "the environment by import",
    file: inDomain,
    text: 'import { env } from "node:process";\nexport const a = env;',
    rule: "no-restricted-syntax",
  },
  {
    why: "raw SQL among other code",
    file: inDomain,
    text: 'import { db } from "@/lib/platform/db/db";\nexport const a = () => db.$queryRaw`SELECT 1`;',
    rule: "no-restricted-syntax",
  },
  {
    why: "a part of raw SQL among other code",
    file: inDomain,
    text: 'import { Prisma } from "@/lib/platform/db/db";\nexport const a = Prisma.sql`1 = 1`;',
    rule: "no-restricted-syntax",
  },
  {
    why: "a silenced difference between server and browser",
    file: "components/ui/locale-text.tsx",
    text: "export const A = () => <p suppressHydrationWarning>now</p>;",
    rule: "no-restricted-syntax",
  },
  {
    why: "an address cast to a route",
    file: inDomain,
    text: 'import type { Route } from "next";\nexport const a = (b: string) => b as Route;',
    rule: "no-restricted-syntax",
  },
  { why: "a page's path", file: inPage, text: 'export const a = "/doctors?q=b";', rule: "no-restricted-syntax" },
  {
    why: "a page's path as a template",
    file: inPage,
    text: "export const a = (b: string) => `/doctors/${b}`;",
    rule: "no-restricted-syntax",
  },
  {
    why: "a page's path after the site's",
    file: inPage,
    text: "export const a = (origin: string) => `${origin}/doctors`;",
    rule: "no-restricted-syntax",
  },
  {
    why: "a link to the home page by hand",
    file: inComponent,
    text: 'import { Link } from "@/components/ui/link";\nexport const A = () => <Link href="/">A</Link>;',
    rule: "no-restricted-syntax",
  },
  {
    why: "a redirect to the home page by hand",
    file: inPage,
    text: 'import { redirect } from "next/navigation";\nexport const a = () => redirect("/");',
    rule: "no-restricted-syntax",
  },
  { why: "console", file: inDomain, text: "console.log(1);\nexport {};", rule: "no-console" },
  {
    why: "an exception without a reason",
    file: inDomain,
    text: "// eslint-disable-next-line no-console\nconsole.log(1);\nexport {};",
    rule: "caresync/explained-disable",
  },
  { why: "a file of more than 200 lines", file: inDomain, text: LONG, rule: "max-lines" },
  { why: "a test file of more than 200 lines", file: inTests, text: LONG, rule: "max-lines" },
  {
    why: "a function of more than 50 lines",
    file: inDomain,
    text: `export function a(b: string[]) {\n${"  b.push(b.join());\n".repeat(49)}}`,
    rule: "max-lines-per-function",
  },
  {
    why: "a test that skips the others",
    file: inTests,
    text: 'import { test } from "vitest";\ntest.only("a", () => {});',
    rule: "no-restricted-syntax",
  },
  {
    why: "a group that skips the others",
    file: inEndToEnd,
    text: 'import { test } from "@playwright/test";\ntest.describe.only("a", () => {});',
    rule: "no-restricted-syntax",
  },
  {
    why: "a fixed wait",
    file: inEndToEnd,
    text: 'import type { Page } from "@playwright/test";\nexport const a = (page: Page) => page.waitForTimeout(1);',
    rule: "no-restricted-syntax",
  },
];

/** The same: texts for the linter, which has to accept them. */
const allowed: { why: string; file: string; text: string }[] = [
  { why: "the environment in lib/platform/config", file: inConfig, text: "export const a = process.env.A;" },
  {
    why: "the path of an API route",
    file: inComponent,
    text: "export const a = (b: string) => `/api/imports/${b}/faults`;",
  },
  {
    why: "a long function in tests",
    file: inTests,
    text: `export function a(b: string[]) {\n${"  b.push(b.join());\n".repeat(60)}}`,
  },
  { why: "the environment in tests", file: inTests, text: "export const a = process.env.A;" },
  { why: "NEXT_RUNTIME, which the build replaces", file: inDomain, text: "export const a = process.env.NEXT_RUNTIME;" },
  {
    why: "raw SQL in statements.ts",
    file: inStatements,
    text: 'import { Prisma } from "@/lib/platform/db/db";\nexport const a = Prisma.sql`1 = 1`;',
  },
  {
    why: "an exception with its reason",
    file: inDomain,
    text: "// eslint-disable-next-line no-console -- shown before the logger exists\nconsole.log(1);\nexport {};",
  },
];

let eslint: ESLint;

beforeAll(() => {
  eslint = new ESLint();
});

async function rulesBroken(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return [...new Set(result?.messages.map(({ ruleId }) => ruleId))];
}

describe("the linter", () => {
  test.each(refused)("refuses $why", async ({ file, text, rule }) => {
    expect(await rulesBroken(file, text)).toEqual([rule]);
  });

  test.each(allowed)("allows $why", async ({ file, text }) => {
    expect(await rulesBroken(file, text)).toEqual([]);
  });
});
