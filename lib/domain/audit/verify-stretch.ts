import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { instantText } from "@/lib/platform/time/iso-text";
import type { Floors } from "./internal/check-entries";
import { checkSeal, type Followed } from "./internal/check-seal";
import { compareEntries, insertedText } from "./internal/compare-entries";
import { readSeal, type Seal } from "./internal/hash-seal";
import { findLastVerification } from "./queries";
import type { StretchInput, StretchReport } from "./schema";
import { entriesBehindStretch, latestStretch, sealsAfter, sealsUpTo } from "./statements";
import { MOST_FINDINGS, STRETCH_ENTRIES, VERIFICATION } from "./status";

/** Seals before the stretch that tell how old its entries can be at most. */
const SEALS_BEFORE = 50;

/**
 * Compares one stretch of the audit trail with its seals, about 20,000 entries: those after a seal, or the latest. It finds what
 * `verifyAudit` finds there; that a stretch was cut off only shows with a number and hash noted down before. The result is in the
 * audit trail; a stretch that goes on where the same administrator's last one ended is counted with it. Throws `not-found` for
 * everyone but administrators.
 */
export async function verifyStretch(actor: Actor, { after }: StretchInput): Promise<StretchReport> {
  if (!actor.isAdmin || actor.userId === null) throw notFound();
  const [latest] = await latestStretch(sql, STRETCH_ENTRIES);
  const last = latest?.last ?? 0n;
  const start = after === undefined ? (latest?.after ?? 0n) : BigInt(after);
  const checked = await checkAfter(start);
  const { seals, findings, unread } = checked;
  const [first, end] = [seals[0], seals.at(-1)];
  const before = after === undefined ? null : await findLastVerification(actor);
  const goesOn = before !== null && before.by?.id === actor.userId && before.to === after;
  const report: StretchReport = {
    begun: goesOn ? before.begun : (first?.number.toString() ?? "0"),
    from: first?.number.toString() ?? "0",
    to: end?.number.toString() ?? start.toString(),
    last: last.toString(),
    entries: (goesOn ? before.entries : 0) + checked.entries,
    found: (goesOn ? before.found : 0) + findings.length,
    unread: (goesOn ? before.unread : 0) + unread.length,
    sealedFrom: first ? instantText(first.sealedAt) : null,
    sealedTo: end ? instantText(end.sealedAt) : null,
    findings: [...findings, ...unread].slice(0, MOST_FINDINGS),
  };
  const { begun, from, to, entries, found } = report;
  await inTransaction(actor, (tx) =>
    recordChange(tx, actor, {
      ...VERIFICATION,
      details: { begun, from, to, last: report.last, entries, found, unread: report.unread },
    }),
  );
  return report;
}

type Checked = { seals: Seal[]; entries: number; findings: string[]; unread: string[] };

async function checkAfter(start: bigint): Promise<Checked> {
  const floors: Floors = new Map();
  const findings: string[] = [];
  const seals = (await sealsAfter(sql, start, STRETCH_ENTRIES)).map(readSeal);
  let previous: Followed | null = await readBefore(start, floors);
  for (const seal of seals) {
    findings.push(...checkSeal(seal, previous, floors));
    previous = seal;
  }
  const { found, unread } = await compareEntries(seals, start, floors);
  findings.push(...found);
  const end = seals.at(-1);
  for (const { position } of end ? await entriesBehindStretch(sql, start, end.number, MOST_FINDINGS) : [])
    findings.push(insertedText(position));
  return { seals, entries: seals.reduce((sum, { digests }) => sum + digests.length / 32, 0), findings, unread };
}

/** Returns the seal that the stretch follows, and notes the floors of those before it; what is wrong with them is their own stretch's. */
async function readBefore(start: bigint, floors: Floors): Promise<Followed | null> {
  const before = await sealsUpTo(sql, start, SEALS_BEFORE);
  for (const { cluster, nextTxid, sealedAt } of before) {
    const ofServer = floors.get(cluster) ?? [];
    floors.set(cluster, ofServer);
    if (nextTxid > 0n) ofServer.push({ txid: nextTxid, at: sealedAt });
  }
  const last = before.at(-1);
  return last ? { number: last.number, hash: Buffer.from(last.hash) } : null;
}
