import { recordNews } from "@/lib/domain/contacts/record-news";
import { planMails } from "@/lib/domain/messages/plan-mails";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { requireManaged } from "@/lib/domain/hospitals/load-own-hospital";
import { publiclyListed as listedDoctor } from "@/lib/domain/doctors/policy";
import type { Actor } from "@/lib/actor/actor";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { db, type Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { invitationEvent } from "./events";
import { expireIn } from "./expire-invitations";
import { invitationDraft } from "./internal/mail-texts";
import { invitationSelect, type InvitationRow } from "./queries";
import type { InviteInput } from "./schema";
import { expiryOf } from "./status";

/**
 * Invites a listed doctor, or the owner of an address, as a manager; a mail with a single-use link is sent. Never looks
 * up whether an address has an account: the answer is the same for all. Throws `not-found`, `forbidden` (a coordinator;
 * an unlisted hospital), `invalid`, `already-exists`, `rate-limited`.
 */
export async function inviteDoctor(actor: Actor, hospitalId: string, input: InviteInput): Promise<InvitationRow> {
  await requireManaged(db, actor, hospitalId);
  // Repeated inviting and withdrawing must not flood an inbox.
  await takeToken({
    name: "invitation-mail",
    key: `${hospitalId} ${input.doctorId ?? input.email ?? ""}`,
    limit: 5,
    windowSeconds: 24 * 3600,
  });
  const locks = input.doctorId ? [`doctor:${input.doctorId}`] : [];
  return inTransaction(actor, (tx) => invite(tx, actor, hospitalId, input), { locks });
}

async function invite(tx: Tx, actor: Actor, hospitalId: string, input: InviteInput): Promise<InvitationRow> {
  await requireManaged(tx, actor, hospitalId);
  const now = new Date();
  const hospital = await tx.hospital.findUniqueOrThrow({
    where: { id: hospitalId },
    select: { name: true, verification: true },
  });
  if (hospital.verification !== "VERIFIED")
    throw new AppError("forbidden", "Your hospital can invite doctors once it is verified.");
  const doctor = input.doctorId ? await invitable(tx, input.doctorId, hospitalId) : null;
  await requireDepartment(tx, hospitalId, input.departmentId);
  const recipient = input.doctorId ? { doctorId: input.doctorId } : { email: input.email ?? "" };
  await expireIn(tx, { hospitalId, ...recipient }, now);
  const { token, tokenHash } = newSecretToken();
  const { message = null, departmentId = null } = input;
  const data = {
    hospitalId,
    ...recipient,
    departmentId,
    message,
    tokenHash,
    createdByUserId: actor.userId,
    expiresAt: expiryOf(now),
  };
  const [row] = await tx.doctorInvitation.createManyAndReturn({
    data: [data],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!row) throw await pendingConflict(tx, hospitalId, recipient);
  const [dueAt = now] = await planMails(tx, hospitalId, 1);
  const sent = { message, token, tokenHash, dueAt, expiresAt: data.expiresAt };
  const to = doctor?.user.email ?? input.email ?? "";
  await queueMessages(tx, [invitationDraft({ hospitalId, hospitalName: hospital.name }, to, sent)]);
  const invitation = await tx.doctorInvitation.findUniqueOrThrow({ where: { id: row.id }, select: invitationSelect });
  const { id, doctorId } = invitation;
  const audit = {
    action: "invitation.create",
    subject: "invitation",
    subjectId: id,
    doctorId,
    hospitalId,
    details: { by: doctorId ? "doctor" : "address" },
  };
  await recordNews(tx, actor, audit, [invitationEvent("PENDING", invitation, [])]);
  return invitation;
}

/** Returns a listed doctor who is not at the hospital. Missing and unlisted are the same answer. */
async function invitable(tx: Tx, id: string, hospitalId: string) {
  const doctor = await tx.doctor.findFirst({
    where: { id, ...listedDoctor },
    select: {
      user: { select: { email: true } },
      affiliations: { where: { hospitalId, status: { not: "ENDED" } }, select: { id: true } },
    },
  });
  if (!doctor) throw notFound();
  if (doctor.affiliations.length > 0)
    throw new AppError("already-exists", "This doctor already works at the hospital.");
  return doctor;
}

/** Throws `invalid` for another hospital's department. */
export async function requireDepartment(
  tx: Tx,
  hospitalId: string,
  departmentId: string | null | undefined,
): Promise<void> {
  if (!departmentId || (await tx.department.count({ where: { id: departmentId, hospitalId } })) > 0) return;
  const message = "Choose one of the hospital's departments";
  throw new AppError("invalid", message, { fields: [{ path: "departmentId", message }] });
}

/** Returns why a new invitation is impossible. */
async function pendingConflict(
  tx: Tx,
  hospitalId: string,
  recipient: { doctorId: string } | { email: string },
): Promise<AppError> {
  const other = await tx.doctorInvitation.findFirst({
    where: { hospitalId, status: "PENDING", ...recipient },
    select: { direction: true },
  });
  if (other?.direction === "REQUEST")
    return new AppError("already-exists", "This doctor has asked to join. Answer the request instead.");
  return new AppError("already-exists", "An invitation has already been sent.");
}
