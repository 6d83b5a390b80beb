import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { decryptTexts, storedTextSelect } from "@/lib/domain/records/decrypt-texts";
import type { Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { toRecallCard, type RecallCard } from "../output";
import { readsReason, visibleTo } from "../policy";
import { recallRows, type Wanted } from "../statements";

type After = { month: string; id: string } | undefined;

/** Returns recalls the actor sees, without why. */
export async function readRecalls(
  tx: Tx,
  actor: Actor,
  wanted: Omit<Wanted, "seen">,
  { after, take }: { after?: After; take: number },
): Promise<RecallCard[]> {
  const now = new Date();
  const rows = await recallRows(tx, { ...wanted, seen: visibleTo(actor) }, after, take);
  return rows.map((row) => toRecallCard(row, null, now));
}

/** Adds why, as far as the actor reads it. The look is logged, once for each patient. */
export async function addReasons(tx: Tx, actor: Actor, cards: readonly RecallCard[]): Promise<RecallCard[]> {
  const known = await readReasons(tx, actor, cards);
  const read = cards.filter(({ id }) => known.has(id));
  const patients = new Map(read.map((card) => [card.patientId, card.doctorId === actor.doctorId]));
  for (const [patientId, isOwn] of patients) {
    const audit = { action: "recall-reason.list", subject: "patient", subjectId: patientId, patientId };
    await recordChange(tx, actor, isOwn ? { ...audit, doctorId: actor.doctorId } : audit);
  }
  return withReasons(cards, known);
}

/** The same without an entry in the audit trail, for a download, which has one of its own. */
export async function addReasonsUnlogged(tx: Tx, actor: Actor, cards: readonly RecallCard[]): Promise<RecallCard[]> {
  return withReasons(cards, await readReasons(tx, actor, cards));
}

async function readReasons(tx: Tx, actor: Actor, cards: readonly RecallCard[]): Promise<Map<string, string>> {
  const ids = cards.filter((card) => readsReason(actor, card)).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await tx.recallReason.findMany({ where: { id: { in: ids } }, select: storedTextSelect });
  const read = await decryptTexts(tx, "RecallReason", rows);
  return new Map(read.map(({ id, reason }) => [id, reason]));
}

function withReasons(cards: readonly RecallCard[], known: Map<string, string>): RecallCard[] {
  return cards.map((card) => ({ ...card, reason: known.get(card.id) ?? null }));
}

/** Returns one recall the actor sees, without why. Throws `not-found`. */
export async function requireRecall(tx: Tx, actor: Actor, id: string): Promise<RecallCard> {
  const [card] = await readRecalls(tx, actor, { id }, { take: 1 });
  if (!card) throw notFound();
  return card;
}
