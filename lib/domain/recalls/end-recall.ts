import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { check } from "@/lib/platform/life-cycle/life-cycle";
import { refuseStep } from "@/lib/platform/life-cycle/refuse-step";
import { RECALL_LABELS } from "./format";
import { requireRecall } from "./internal/read-recalls";
import { leaveTrace } from "./internal/leave-trace";
import { rolesIn } from "./policy";
import { RECALL_LIFE_CYCLE } from "./status";

const WORDS = {
  DISMISSED: { action: "recall.dismiss", event: "recall.dismissed" },
  REMOVED: { action: "recall.remove", event: "recall.removed" },
} as const;

/**
 * Ends a recall: those who book for the patient dismiss it, its doctor removes it; done twice is no change. Throws `not-found`,
 * `forbidden`, `invalid-transition` once it is over in another way, `version-mismatch`.
 */
export function endRecall(
  actor: Actor,
  id: string,
  to: keyof typeof WORDS,
  expectedVersion?: ExpectedVersion,
): Promise<{ id: string }> {
  return inTransaction(actor, async (tx) => {
    const card = await requireRecall(tx, actor, id);
    const roles = rolesIn(actor, card);
    // People who have booked may still say that they need no more of it.
    const from = card.state === "BOOKED" ? "OPEN" : card.state;
    const isTheirs = check(RECALL_LIFE_CYCLE, { from: "OPEN", to, roles }, () => true);
    if (isTheirs === "allowed" && from === to) return { id };
    const verdict = isTheirs === "allowed" ? check(RECALL_LIFE_CYCLE, { from, to, roles }, () => true) : isTheirs;
    if (verdict !== "allowed")
      throw refuseStep(verdict, { thing: "A recall", from, to, labels: RECALL_LABELS }, () => {
        throw new Error("no conditions");
      });
    requireVersion(card, expectedVersion);
    const { count } = await tx.recall.updateMany({
      where: { id, version: card.version, status: "OPEN" },
      data: { status: to, endedAt: new Date(), version: { increment: 1 } },
    });
    if (count === 0) throw versionMismatch();
    const { action, event } = WORDS[to];
    await leaveTrace(tx, actor, action, event, card);
    return { id };
  });
}
