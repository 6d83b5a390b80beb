import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import pg from "pg";
import { generateLoad, type LoadSize } from "@/tests/load/generate";
import { startEmbeddedPostgres } from "@/scripts/embedded/postgres";
import { DATABASE } from "@/scripts/embedded/roles";
import { migrateDatabase } from "@/scripts/migrate";
import { say } from "@/scripts/process/say";
import type { Answer, Ask } from "./directory-asker";
import { runAlone } from "./own-process";

const ROUNDS = 60;
const SMALL_DATABASE = "tenth";

/** 100,000 doctors and ten million visits; `BENCH_DOCTORS` and `BENCH_VISITS` (of each doctor) make it smaller. */
function largeSize(): LoadSize {
  const doctors = Number(process.env.BENCH_DOCTORS) || 100_000;
  return { doctors, appointments: doctors * (Number(process.env.BENCH_VISITS) || 100) };
}

export const benchDirectory = (): Promise<void> => runAlone(import.meta.url);

/**
 * Runs the same directory and availability queries on two databases in turn, one ten times the size of the other, so
 * that the machine's fluctuations affect both. Prints medians, ratios and the plans at full size.
 */
async function compareSizes(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "caresync-bench-"));
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "8GB" };
  const postgres = await startEmbeddedPostgres({ dataDir, settings });
  try {
    await migrateDatabase(postgres.ownerUrl);
    const admin = (name: string) => postgres.adminUrl.replace(/[^/]*$/, name);
    const large = largeSize();
    const small = { doctors: large.doctors / 10, appointments: large.appointments / 10 };
    await fill(admin(DATABASE), small);
    await asAdmin(admin("postgres"), `CREATE DATABASE ${SMALL_DATABASE} TEMPLATE ${DATABASE}`);
    await asAdmin(admin(SMALL_DATABASE), "VACUUM (ANALYZE)");
    await fill(admin(DATABASE), large);
    const url = (name: string) => postgres.appUrl.replace(/[^/]*$/, name);
    const [tenth, whole] = [new Asker(url(SMALL_DATABASE)), new Asker(url(DATABASE))];
    const names = await whole.ask<string[]>({ kind: "names" });
    say(
      `directory: median of ${ROUNDS} in ms, at ${small.doctors} and at ${large.doctors} doctors (at most ×1.20 wanted)`,
    );
    for (const name of names) say(await compare(name, tenth, whole));
    for (const name of names) await showPlan(name, whole, admin(DATABASE));
    tenth.end();
    whole.end();
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(adminUrl: string, size: LoadSize): Promise<void> {
  const began = performance.now();
  await generateLoad(adminUrl, size);
  const seconds = Math.round((performance.now() - began) / 1000);
  say(`directory: ${size.doctors} doctors and ${size.appointments} visits are there after ${seconds} s`);
}

async function compare(name: string, tenth: Asker, whole: Asker): Promise<string> {
  const times: [number[], number[]] = [[], []];
  for (let round = -5; round < ROUNDS; round++) {
    for (const [index, asker] of [tenth, whole].entries()) {
      const ms = await asker.ask<number>({ kind: "time", name });
      if (round >= 0) times[index]?.push(ms);
    }
  }
  const [a, b] = times.map((list) => list.sort((x, y) => x - y)[Math.floor(list.length / 2)] ?? NaN);
  return `  ${name.padEnd(40)} ${a?.toFixed(2).padStart(8)} ${b?.toFixed(2).padStart(8)}   ×${((b ?? NaN) / (a ?? NaN)).toFixed(2)}`;
}

async function showPlan(name: string, whole: Asker, adminUrl: string): Promise<void> {
  for (const { text, values } of await whole.ask<{ text: string; values: unknown[] }[]>({ kind: "statements", name })) {
    const plan = await asAdmin(adminUrl, `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${text}`, values);
    say(`\nplan: ${name}\n${plan.map((row) => `  ${String(row["QUERY PLAN"])}`).join("\n")}`);
  }
}

async function asAdmin(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** A process that queries one database. */
class Asker {
  private readonly child: ChildProcess;

  constructor(databaseUrl: string) {
    const env = {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_URL: "http://localhost:3000",
      NEXTAUTH_SECRET: "bench-bench-bench-bench-bench-bench",
      RECORDS_KEYS: "bench:YmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gtMzI=",
      PUSHER_APP_ID: "none",
      PUSHER_KEY: "none",
      PUSHER_SECRET: "none",
      LOG_LEVEL: "warn",
    };
    this.child = fork(fileURLToPath(new URL("./directory-asker.ts", import.meta.url)), {
      execArgv: ["--import", "tsx"],
      env,
    });
  }

  async ask<T>(what: Ask): Promise<T> {
    this.child.send(what);
    const [answer] = (await once(this.child, "message")) as [Answer];
    if ("error" in answer) throw new Error(answer.error);
    return answer.value as T;
  }

  end(): void {
    this.child.disconnect();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await compareSizes();
