// `npm run verify:audit`: compares the audit trail with its seals and names what was done to it. With
// `-- --expect NUMBER:HASH`, noted down earlier, it also finds a trail whose end was cut off.
import { parseArgs } from "node:util";
import { verifyAudit, type AuditReport, type SealedAs } from "@/lib/domain/audit/verify-audit";
import { closeDb } from "@/lib/platform/db/db";
import { allowLongStatements } from "@/lib/platform/db/pool";
import { embeddedAppUrl } from "./embedded/running";
import { requireAppLogin } from "./launcher/app-login";
import { checkConfiguration, makePlan, readEnvironment } from "./launcher/plan";
import { runMain, StartError } from "./process/start-error";
import { say } from "./process/say";

const USAGE = "Enter the seal's number and hash as they were printed: npm run verify:audit -- --expect NUMBER:HASH";
/** An emptied table has as many findings as it had entries. */
const MOST_SHOWN = 100;

function readExpected(text: string | boolean | undefined): SealedAs | null {
  if (text === undefined) return null;
  const [, number, hash] = /^(\d{1,18}):([0-9a-f]{64})$/i.exec(String(text)) ?? [];
  if (!number || !hash) throw new StartError(USAGE);
  return { number: BigInt(number), hash: hash.toLowerCase() };
}

function verdictText(findings: number, unread: number): string {
  if (findings > 0) return "NOT as they were sealed.";
  return unread > 0 ? "unchanged, but NOT all of them could be compared." : "whole and unchanged.";
}

function sayReport({ entries, seals, last, unsealed, findings, unread }: AuditReport): void {
  for (const list of [findings, unread]) {
    for (const one of list.slice(0, MOST_SHOWN)) say(one);
    if (list.length > MOST_SHOWN) say(`… and ${list.length - MOST_SHOWN} more.`);
  }
  say(`${entries} entries in ${seals} seals: ${verdictText(findings.length, unread.length)}`);
  if (last) say(`Last seal, of ${last.sealedAt.toISOString()}, to note down:\n\n  ${last.number}:${last.hash}\n`);
  if (unsealed.count > 0) {
    say(`${unsealed.count} entries wait for a seal, the oldest for ${Math.round(unsealed.oldestSeconds)} s.`);
  }
}

void runMain(async () => {
  const { expect } = parseArgs({ options: { expect: { type: "string" } }, strict: false }).values;
  const expected = readExpected(expect);
  const plan = makePlan(readEnvironment(), false);
  Object.assign(process.env, plan.env, plan.embedsPostgres ? { DATABASE_URL: embeddedAppUrl(plan.dataDir) } : {});
  checkConfiguration(process.env);
  await requireAppLogin(process.env.DATABASE_URL ?? "");
  allowLongStatements();
  try {
    const report = await verifyAudit(expected);
    sayReport(report);
    process.exitCode = report.findings.length + report.unread.length === 0 ? 0 : 1;
  } finally {
    await closeDb();
  }
});
