import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { findInvitationByLinkIn, type InvitationRow } from "./queries";
import type { RespondByLinkInput } from "./schema";
import { acceptIn, declineIn } from "./internal/settle-invitation";

/**
 * Answers by the link from the mail, with any doctor's account; an invitation to a named doctor only with theirs. The
 * link works once. Throws `forbidden`, `invalid-token` (used, withdrawn, expired or unknown), `already-exists`.
 */
export async function answerByLink(
  actor: Actor,
  { token, response, reason }: RespondByLinkInput,
): Promise<InvitationRow> {
  const { doctorId } = actor;
  if (!doctorId) throw new AppError("forbidden", "Sign in with a doctor's account to answer.");
  return inTransaction(
    actor,
    async (tx) => {
      const before = await findInvitationByLinkIn(tx, token);
      if (!before) throw linkInvalid();
      if (before.doctorId && before.doctorId !== doctorId)
        throw new AppError("forbidden", "This invitation is for another doctor's account.");
      const joining = { doctorId, departmentId: before.departmentId };
      const row =
        response === "accept" ? await acceptIn(tx, actor, before, joining) : await declineIn(tx, actor, before, reason);
      if (!row) throw linkInvalid();
      return row;
    },
    { locks: [`doctor:${doctorId}`] },
  );
}

function linkInvalid(): AppError {
  return new AppError("invalid-token", "This link has been used or withdrawn, or is older than 14 days.");
}
