import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { requireDepartment } from "./invite-doctor";
import { requireOpen } from "./internal/require-open";
import { sidesOf } from "./policy";
import { getInvitation, getInvitationIn, type InvitationRow } from "./queries";
import type { RespondInput } from "./schema";
import { acceptIn, declineIn } from "./internal/settle-invitation";
import { answeringSide } from "./status";

/**
 * Answers an invitation as the doctor, or a request as a manager. Accepting creates the affiliation in the same
 * transaction. Throws `not-found`, `forbidden` (the other side answers), `invalid-transition` (answered, withdrawn or
 * expired), `already-exists`, `invalid` (another hospital's department), `version-mismatch`.
 */
export async function answerInvitation(
  actor: Actor,
  id: string,
  input: RespondInput,
  expectedVersion?: ExpectedVersion,
): Promise<InvitationRow> {
  const { doctorId } = await getInvitation(actor, id);
  return inTransaction(actor, (tx) => answer(tx, actor, id, input, expectedVersion), {
    locks: doctorId ? [`doctor:${doctorId}`] : [],
  });
}

async function answer(
  tx: Tx,
  actor: Actor,
  id: string,
  input: RespondInput,
  expectedVersion: ExpectedVersion,
): Promise<InvitationRow> {
  const before = await getInvitationIn(tx, actor, id);
  const { doctorId, hospitalId, direction } = before;
  if (!doctorId || !sidesOf(actor, before).includes(answeringSide(direction))) {
    throw new AppError("forbidden", "Only the other side can answer this.");
  }
  requireVersion(before, expectedVersion);
  requireOpen(before, new Date());
  if (input.departmentId && direction === "INVITATION")
    throw new AppError("forbidden", "The hospital chooses the department.");
  await requireDepartment(tx, hospitalId, input.departmentId);
  const departmentId = input.departmentId ?? before.departmentId;
  const isAccepted = input.response === "accept";
  const row = isAccepted
    ? await acceptIn(tx, actor, before, { doctorId, departmentId })
    : await declineIn(tx, actor, before, input.reason);
  if (row) return row;
  // Someone was faster: report the outcome rather than a changed version.
  requireOpen(await getInvitationIn(tx, actor, id), new Date());
  throw versionMismatch();
}
