import { pathToFileURL } from "node:url";
import pg from "pg";
import { DATABASE } from "@/scripts/embedded/roles";
import { say } from "@/scripts/process/say";
import { percentile } from "./client";
import { runAlone, withOwnDatabase } from "./own-process";

const ENTRIES = Number(process.env.BENCH_ENTRIES) || 100_000;
const READS = 500;
const WANTED_SECONDS = 5;

export const benchAudit = (): Promise<void> => runAlone(import.meta.url);

/** Measures how long a trail of many entries takes to seal and to verify, and what recording adds to one read. */
async function measure(): Promise<void> {
  await withOwnDatabase(async (postgres) => {
    const url = postgres.adminUrlOf(DATABASE);
    await fill(url);
    const [{ sealAudit }, { verifyAudit }, { closeDb }] = [
      await import("@/lib/domain/audit/seal-audit"),
      await import("@/lib/domain/audit/verify-audit"),
      await import("@/lib/platform/db/db"),
    ];
    const sealing = await seconds(() => sealAudit());
    const few = await seconds(async () => expectWhole(await verifyAudit()));
    await removeSeals(url);
    await sealAudit(10);
    const many = await seconds(async () => expectWhole(await verifyAudit()));
    say(`audit: ${ENTRIES} entries sealed in ${sealing.toFixed(1)} s`);
    say(
      `  verified in ${few.toFixed(2)} s, and with a seal for every ten of them in ${many.toFixed(2)} s (${WANTED_SECONDS} s at most wanted)`,
    );
    for (const line of await timeReads()) say(line);
    await closeDb();
  });
}

/** Entries of everyday work, written by the trigger as the application's would be; ten in a transaction. */
async function fill(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("SELECT set_config('app.actor', 'system', false)");
  for (let at = 0; at < ENTRIES; at += 1_000) {
    await client.query(
      `INSERT INTO "AuditEntry" ("action", "subject", "subjectId", "via", "requestId", "hospitalId", "details")
       SELECT 'appointment.confirmed', 'appointment', gen_random_uuid(), 'system', gen_random_uuid()::text, gen_random_uuid(),
         '{"from": "PENDING", "as": "system"}' FROM generate_series(1, $1)`,
      [Math.min(1_000, ENTRIES - at)],
    );
  }
  await client.query(`ANALYZE "AuditEntry"`);
  await client.end();
}

/** On quiet days a seal covers few entries. */
async function removeSeals(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `ALTER TABLE "AuditSeal" DISABLE TRIGGER USER; DELETE FROM "AuditSeal"; ALTER TABLE "AuditSeal" ENABLE TRIGGER USER`,
  );
  await client.end();
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function expectWhole({ findings, entries }: { findings: string[]; entries: number }): void {
  if (findings.length > 0 || entries !== ENTRIES) throw new Error(`The trail is not whole: ${findings[0] ?? entries}`);
}

/** A read in a transaction, without and with the entry it leaves: by turns, so that both meet the same machine. */
async function timeReads(): Promise<string[]> {
  const [{ inTransaction }, { recordChange }, { SYSTEM_ACTOR }] = [
    await import("@/lib/actor/transaction"),
    await import("@/lib/actor/record"),
    await import("@/lib/actor/actor"),
  ];
  const patientId = crypto.randomUUID();
  const audit = { action: "encounter.read", subject: "encounter", subjectId: patientId, patientId };
  const times: [number[], number[]] = [[], []];
  for (let round = -20; round < 2 * READS; round++) {
    const withEntry = round % 2 === 0;
    const took = await seconds(() =>
      inTransaction(SYSTEM_ACTOR, async (tx) => {
        await tx.encounter.findFirst({ where: { patientId }, select: { id: true } });
        if (withEntry) await recordChange(tx, SYSTEM_ACTOR, audit);
      }),
    );
    if (round >= 0) times[withEntry ? 1 : 0].push(took * 1000);
  }
  return times.map((taken, index) => {
    const [median, p95] = [percentile(taken, 0.5), percentile(taken, 0.95)];
    return `  a read ${index === 0 ? "without" : "with"} its entry: median ${median.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`;
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
