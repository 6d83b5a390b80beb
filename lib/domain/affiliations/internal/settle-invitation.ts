import { recordNews } from "@/lib/domain/contacts/record-news";
import { hospitalChanged } from "@/lib/domain/hospitals/events";
import { openHours } from "@/lib/domain/schedules/close-hours";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import type { Actor } from "@/lib/actor/actor";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { affiliationEvent, invitationEvent } from "../events";
import { invitationSelect, listManagers, type InvitationRow } from "../queries";
import { lockStanding } from "../statements";

type Joining = { doctorId: string; departmentId: string | null };

/**
 * Accepts an open one and creates the affiliation, under the doctor's lock: both or neither. Hours the doctor had there
 * before are open again. Null when someone else has settled it meanwhile. Throws `already-exists`, `invalid-transition`
 * (the doctor's profile was suspended or rejected).
 */
export async function acceptIn(
  tx: Tx,
  actor: Actor,
  before: InvitationRow,
  { doctorId, departmentId }: Joining,
): Promise<InvitationRow | null> {
  const now = new Date();
  const { hospitalId } = before;
  await requireGoodStanding(tx, doctorId);
  const joined = { doctorId, hospitalId, departmentId };
  const [affiliation] = await tx.affiliation.createManyAndReturn({
    data: [joined],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!affiliation) throw new AppError("already-exists", "This doctor already works at the hospital.");
  const accepted = { status: "ACCEPTED", doctorId, affiliationId: affiliation.id, ...answeredBy(actor, now) } as const;
  const row = await settle(tx, before, accepted);
  if (!row) return null;
  // A doctor invited by name and by mail, or who joined in another way, has answered all of it.
  const { user } = await tx.doctor.findUniqueOrThrow({
    where: { id: doctorId },
    select: { user: { select: { email: true } } },
  });
  const others = await tx.doctorInvitation.updateManyAndReturn({
    where: { hospitalId, status: "PENDING", OR: [{ doctorId }, { doctorId: null, email: user.email }] },
    data: accepted,
    select: { id: true, hospitalId: true, doctorId: true, direction: true },
  });
  const opened = await openHours(tx, { doctorId, hospitalId }, now);
  const audit = {
    action: "invitation.accept",
    subject: "invitation",
    subjectId: row.id,
    doctorId,
    hospitalId,
    details: { affiliationId: affiliation.id },
  };
  await recordNews(tx, actor, audit, [
    invitationEvent("ACCEPTED", row, await listManagers(tx, hospitalId)),
    ...others.map((other) => ({ ...invitationEvent("ACCEPTED", other, []), sinks: ["channels" as const] })),
    affiliationEvent("affiliation.created", { id: affiliation.id, doctorId, hospitalId }),
    hospitalChanged(hospitalId),
    availabilityChanged(doctorId),
    ...opened,
  ]);
  return row;
}

/**
 * Declines an open one. Null when someone else has settled it meanwhile. Who declined an invitation to an address is
 * not stored: the hospital knows the address, not whose it is.
 */
export async function declineIn(
  tx: Tx,
  actor: Actor,
  before: InvitationRow,
  reason: string | undefined,
): Promise<InvitationRow | null> {
  const declined = { status: "DECLINED", statusReason: reason ?? null, ...answeredBy(actor, new Date()) } as const;
  const row = await settle(tx, before, declined);
  if (!row) return null;
  const { id, doctorId, hospitalId } = row;
  const audit = { action: "invitation.decline", subject: "invitation", subjectId: id, doctorId, hospitalId };
  await recordNews(tx, actor, audit, [invitationEvent("DECLINED", row, await listManagers(tx, hospitalId))]);
  return row;
}

function answeredBy(actor: Actor, now: Date) {
  return { respondedAt: now, respondedByUserId: actor.userId, tokenHash: null, version: { increment: 1 } };
}

/** Compare-and-swap: of everyone who answers, withdraws or lets it expire, one is first. */
async function settle(
  tx: Tx,
  { id, version }: InvitationRow,
  data: Prisma.DoctorInvitationUncheckedUpdateManyInput,
): Promise<InvitationRow | null> {
  const { count } = await tx.doctorInvitation.updateMany({ where: { id, version, status: "PENDING" }, data });
  return count === 0 ? null : tx.doctorInvitation.findUniqueOrThrow({ where: { id }, select: invitationSelect });
}

/** Throws `invalid-transition` for a doctor who was suspended or rejected; suspensions wait for this transaction. */
async function requireGoodStanding(tx: Tx, doctorId: string): Promise<void> {
  const [doctor] = await lockStanding(tx, doctorId);
  if (doctor?.verification === "VERIFIED" || doctor?.verification === "PENDING") return;
  throw new AppError(
    "invalid-transition",
    "The doctor's profile is suspended or was rejected, so this can't be accepted now.",
  );
}
