import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { Prisma } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { check } from "@/lib/platform/life-cycle/life-cycle";
import { refuseStep } from "@/lib/platform/life-cycle/refuse-step";
import { STATE_LABELS } from "./format";
import { resentBy } from "./policy";
import { sentMessageSelect, toSentMessage } from "./queries";
import type { SentMessage } from "./schema";
import { MESSAGE_LIFE_CYCLE } from "./status";

/**
 * Sends a message again that was given up, as an administrator or at its hospital. Throws `not-found`, `invalid-transition` for
 * one that wasn't given up, whose content is erased, or that is of no use any more.
 */
export function resendMessage(actor: Actor, { id }: { id: string }): Promise<SentMessage> {
  return inTransaction(actor, async (tx) => {
    const where = resentBy(actor);
    const row = where && (await tx.message.findFirst({ where: { AND: [where, { id }] }, select: sentMessageSelect }));
    if (!row) throw notFound();
    const now = new Date();
    const roles = [actor.isAdmin ? "administrator" : "staff"] as const;
    const verdict = check(
      MESSAGE_LIFE_CYCLE,
      { from: row.state, to: "DUE", roles },
      () => toSentMessage(row).canResend,
    );
    if (verdict !== "allowed")
      throw refuseStep(verdict, { thing: "A message", from: row.state, to: "DUE", labels: STATE_LABELS }, gone);
    const [sent] = await tx.message.updateManyAndReturn({
      where: { id, state: "GIVEN_UP", NOT: { content: { equals: Prisma.DbNull } } },
      data: { state: "DUE", nextAttemptAt: now, endedAt: null, answer: null },
      select: sentMessageSelect,
    });
    if (!sent) throw gone();
    const { hospitalId, channel, reason } = row;
    const audit = {
      action: "message.resend",
      subject: "message",
      subjectId: id,
      hospitalId,
      details: { channel, reason },
    };
    await recordChange(tx, actor, audit);
    return toSentMessage(sent);
  });
}

function gone(): AppError {
  return new AppError("invalid-transition", "What this message said isn't kept any longer, or is of no use any more.");
}
