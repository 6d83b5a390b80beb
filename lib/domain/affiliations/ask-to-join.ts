import { recordNews } from "@/lib/domain/contacts/record-news";
import { publiclyListed as listedHospital } from "@/lib/domain/hospitals/policy";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { invitationEvent } from "./events";
import { expireIn } from "./expire-invitations";
import { invitationSelect, listManagers, type InvitationRow } from "./queries";
import type { JoinInput } from "./schema";
import { expiryOf } from "./status";

/**
 * Requests to join a listed hospital as a verified doctor; its managers answer. Throws `not-found` (no doctor, no such
 * hospital), `forbidden` (not verified), `already-exists`.
 */
export async function askToJoin(actor: Actor, input: JoinInput): Promise<InvitationRow> {
  const { doctorId } = actor;
  if (!doctorId) throw notFound();
  return inTransaction(actor, (tx) => ask(tx, actor, doctorId, input), { locks: [`doctor:${doctorId}`] });
}

async function ask(tx: Tx, actor: Actor, doctorId: string, { hospitalId, message }: JoinInput): Promise<InvitationRow> {
  const now = new Date();
  const hospital = await tx.hospital.findFirst({ where: { id: hospitalId, ...listedHospital }, select: { id: true } });
  if (!hospital) throw notFound();
  const doctor = await tx.doctor.findUniqueOrThrow({ where: { id: doctorId }, select: { verification: true } });
  if (doctor.verification !== "VERIFIED")
    throw new AppError("forbidden", "You can ask hospitals once your profile is verified.");
  if ((await tx.affiliation.count({ where: { doctorId, hospitalId, status: { not: "ENDED" } } })) > 0) {
    throw new AppError("already-exists", "You already work at this hospital.");
  }
  await expireIn(tx, { hospitalId, doctorId }, now);
  const data = {
    hospitalId,
    doctorId,
    direction: "REQUEST",
    message: message ?? null,
    createdByUserId: actor.userId,
    expiresAt: expiryOf(now),
  } as const;
  const [created] = await tx.doctorInvitation.createManyAndReturn({
    data: [data],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) throw await pendingConflict(tx, { hospitalId, doctorId });
  const row = await tx.doctorInvitation.findUniqueOrThrow({ where: { id: created.id }, select: invitationSelect });
  const audit = { action: "invitation.request", subject: "invitation", subjectId: row.id, doctorId, hospitalId };
  await recordNews(tx, actor, audit, [invitationEvent("PENDING", row, await listManagers(tx, hospitalId))]);
  return row;
}

async function pendingConflict(tx: Tx, pair: { hospitalId: string; doctorId: string }): Promise<AppError> {
  const other = await tx.doctorInvitation.findFirst({
    where: { ...pair, status: "PENDING" },
    select: { direction: true },
  });
  if (other?.direction === "INVITATION")
    return new AppError("already-exists", "This hospital has invited you. Accept the invitation instead.");
  return new AppError("already-exists", "You have already asked this hospital.");
}
