import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { encryptTexts } from "@/lib/domain/records/encrypt-texts";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { addReasonsUnlogged, requireRecall } from "./internal/read-recalls";
import { leaveTrace } from "./internal/leave-trace";
import { requireAhead } from "./internal/require-ahead";
import { toRecallOutput, type RecallCard } from "./output";
import { dueAt, firstOf, tellAt } from "./rules";
import type { ChangeRecallBody, RecallOutput } from "./schema";

/**
 * Changes the month or the reason of an open recall, as its doctor; missing or unchanged values stay. With another month the patient
 * is told again. Throws `not-found`, `forbidden` for the patient's side, `invalid-transition` once it is booked or over, `invalid`
 * (the month), `version-mismatch`.
 */
export function changeRecall(
  actor: Actor,
  id: string,
  input: ChangeRecallBody,
  expectedVersion?: ExpectedVersion,
): Promise<RecallOutput> {
  return inTransaction(actor, async (tx) => {
    const card = await requireRecall(tx, actor, id);
    if (card.doctorId !== actor.doctorId) throw new AppError("forbidden", "Only the doctor who set it can do this.");
    requireVersion(card, expectedVersion);
    const [before] = await addReasonsUnlogged(tx, actor, [card]);
    const changed = {
      month: input.month === before!.month ? undefined : input.month,
      reason: input.reason === before!.reason ? undefined : input.reason,
    };
    if (changed.month === undefined && changed.reason === undefined) return toRecallOutput(before!);
    if (card.state !== "OPEN")
      throw new AppError("invalid-transition", "It can be changed until it is booked, dismissed or removed.");
    await write(tx, card, changed);
    await leaveTrace(tx, actor, "recall-reason.write", "recall.changed", card);
    const [after] = await addReasonsUnlogged(tx, actor, [await requireRecall(tx, actor, id)]);
    return toRecallOutput(after!);
  });
}

type Changed = { month: string | undefined; reason: string | undefined };

async function write(tx: Tx, { id, version, timeZone }: RecallCard, { month, reason }: Changed): Promise<void> {
  const now = new Date();
  if (month !== undefined) requireAhead(month, now, timeZone);
  const moved = month && {
    ...{ month: new Date(firstOf(month)), dueAt: dueAt(month, timeZone) },
    ...{ tellAt: tellAt(month, now, timeZone), toldAt: null },
  };
  const { count } = await tx.recall.updateMany({
    where: { id, version, status: "OPEN" },
    data: { ...moved, version: { increment: 1 } },
  });
  if (count === 0) throw versionMismatch();
  if (reason === undefined) return;
  const [row] = await encryptTexts(tx, "RecallReason", [{ id, reason }]);
  await tx.recallReason.update({ where: { id }, data: row! });
}
