import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

/** What a verb promises of the answer; the compiler compares it with what the function returns. */
const CONTRACTS = `
type Answer<F> = F extends (...args: never[]) => infer R ? (R extends PromiseLike<infer A> ? { is: A } : null) : null;
type Maybe<A> = [Extract<A, null | undefined>] extends [never] ? false : true;
type Many<A> = [A] extends [readonly unknown[] | { items: readonly unknown[] } | ReadonlyMap<string, unknown>] ? true : false;
type One<F> = Answer<F> extends { is: infer A } ? (Maybe<A> extends true ? false : true) : true;
type MaybeOne<F> = Answer<F> extends { is: infer A } ? (null extends A ? true : false) : true;
type Several<F> = Answer<F> extends { is: infer A } ? Many<A> : true;
type Composite<F> = Answer<F> extends { is: infer A } ? (Maybe<A> extends true ? false : [A] extends [readonly unknown[]] ? false : true) : true;
type NotAsync<F> = Answer<F> extends { is: unknown } ? false : true;
`;
const PROMISES: Readonly<Record<string, string>> = {
  get: "One",
  find: "MaybeOne",
  list: "Several",
  search: "Several",
  load: "Composite",
};
const EXPORTED = /^export (?:async function|function|const) ([a-z]\w*)/gm;
const VERB = /^(?:get|find|list|search|count|load|is|has|can)(?=[A-Z])/;

/** Functions and constants of a file, with the type each must satisfy; null where any answer is right. */
function promisesOf(path: string): { name: string; kept: string | null }[] {
  return [...readFileSync(path, "utf8").matchAll(EXPORTED)].map(([, name = ""]) => {
    const [verb] = VERB.exec(name.replace(/^unsafe(?=[A-Z])./, (start) => start.slice(-1).toLowerCase())) ?? [];
    // What a file of queries exports and no verb names is no read.
    if (verb === undefined) return { name, kept: path.endsWith("/queries.ts") ? "NotAsync" : null };
    return { name, kept: PROMISES[verb] ?? null };
  });
}

function modulesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/\.test\.ts$|(^|\/)(statements|actions)(\/|\.ts$)/.test(name))
    .map((name) => join(root, folder, name));
}

/** Returns the functions whose answer isn't what their verb promises. */
function brokenReads(files: string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "caresync-reads-"));
  try {
    const probe = CONTRACTS.trim().split("\n");
    const names = new Map<number, string>();
    files.forEach((file, nth) => {
      const promises = promisesOf(file).filter(({ kept }) => kept !== null);
      if (promises.length > 0) probe.push(`import type * as m${nth} from ${JSON.stringify(file.slice(0, -3))};`);
      for (const { name, kept } of promises) {
        names.set(probe.push(`export const ${name}${nth}: ${kept}<typeof m${nth}.${name}> = true;`), name);
      }
    });
    writeFileSync(join(folder, "probe.ts"), probe.join("\n"));
    const compilerOptions = { noEmit: true, incremental: false, typeRoots: [resolve("node_modules/@types")] };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: resolve("tsconfig.json"), compilerOptions, include: [], files: ["probe.ts"] }),
    );
    const args = [resolve("node_modules/typescript7/bin/tsc"), "-p", folder, "--pretty", "false"];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    const errors = stdout.split("\n").filter((line) => line.includes("error TS"));
    if (status !== 0 && errors.length === 0) throw new Error(stdout);
    return errors.map((line) => names.get(Number(/^probe\.ts\((\d+),\d+\): error TS2322/.exec(line)?.[1])) ?? line);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PLANTED: Readonly<Record<string, string>> = {
  "lib/domain/planted/queries.ts": `
    type Row = { id: string };
    export async function getRow(): Promise<Row> { return { id: "" }; }
    export async function getNothing(): Promise<Row | null> { return null; }
    export async function findRow(): Promise<Row | null> { return null; }
    export async function findRows(): Promise<Row[]> { return []; }
    export const findSurely = async (): Promise<Row> => ({ id: "" });
    export function listRows(): Promise<Row[]> { return Promise.resolve([]); }
    export async function listPage(): Promise<{ items: Row[]; nextCursor: null }> { return { items: [], nextCursor: null }; }
    export async function listById(): Promise<Map<string, Row>> { return new Map(); }
    export async function listOne(): Promise<Row> { return { id: "" }; }
    export async function searchOne<T>(row: T): Promise<T | null> { return row; }
    export async function unsafeListOne(): Promise<Row> { return { id: "" }; }
    export async function loadScreen(): Promise<{ rows: Row[] }> { return { rows: [] }; }
    export async function loadRows(): Promise<Row[]> { return []; }
    export async function countRows(): Promise<number> { return 0; }
    export async function rowsOf(): Promise<Row[]> { return []; }
    export function idOf(row: Row): string { return row.id; }
    export const rowSelect = { id: true };
  `.replace(/^ +/gm, ""),
};

test("a read answers what its verb promises", { timeout: 60_000 }, () => {
  const files = ["lib/domain", "lib/actor"].flatMap((folder) => modulesIn(process.cwd(), folder));
  expect(files.flatMap(promisesOf).filter(({ kept }) => kept !== null).length).toBeGreaterThan(100);
  expect(brokenReads(files)).toEqual([]);
});

test("the check finds reads that answer something else", { timeout: 60_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), "caresync-planted-"));
  try {
    for (const [path, text] of Object.entries(PLANTED)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    expect(brokenReads(modulesIn(root, "lib/domain"))).toEqual([
      "getNothing",
      "findRows",
      "findSurely",
      "listOne",
      "searchOne",
      "unsafeListOne",
      "loadRows",
      "rowsOf",
    ]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
