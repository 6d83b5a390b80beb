import { availabilityChanged } from "@/lib/domain/schedules/events";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { type EventDraft, recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch } from "@/lib/platform/errors/expected-version";
import { doctorDecided, hospitalDecided } from "./events";
import { canAdminister } from "./policy";
import type { DecisionInput, Profile } from "./schema";
import { DECISIONS, type Verification } from "./status";

type Change = {
  verification: Verification;
  verificationReason: string | null;
  verifiedAt?: Date;
  version: { increment: number };
};

const SHOWN = {
  id: true,
  slug: true,
  name: true,
  verification: true,
  verificationReason: true,
  verifiedAt: true,
  version: true,
} as const;
type Current = {
  id: string;
  slug: string;
  name: string;
  verification: Verification;
  verificationReason: string | null;
  verifiedAt: Date | null;
  version: number;
};

/**
 * Verifies, rejects or suspends a doctor or a hospital. Open pages and the directory follow. Repeating a decision with
 * the same reason changes nothing. Throws `not-found` (also for everyone but administrators), `invalid` without a
 * reason where one is needed, `invalid-transition`, `version-mismatch`.
 */
export async function decideVerification(actor: Actor, input: DecisionInput): Promise<Profile> {
  if (!canAdminister(actor)) throw notFound();
  const { from, to, needsReason } = DECISIONS[input.decision];
  if (needsReason && input.reason === undefined) {
    throw new AppError("invalid", undefined, {
      fields: [{ path: "reason", message: "Enter a reason" }],
    });
  }
  return inTransaction(actor, async (tx) => {
    const current = await find(tx, input);
    if (!current) throw notFound();
    requireVersion(current, input.expectedVersion);
    if (changesNothing(input, current)) return toProfile(input.kind, current);
    if (!from.includes(current.verification)) {
      throw new AppError("invalid-transition", undefined, { extra: { verification: current.verification } });
    }
    const change: Change = {
      verification: to,
      verificationReason: input.reason ?? null,
      version: { increment: 1 },
      ...(to === "VERIFIED" ? { verifiedAt: new Date() } : {}),
    };
    const profile = await applyDecision(tx, input, current, change);
    const subject = { subject: input.kind, subjectId: input.id, [`${input.kind}Id`]: input.id };
    await recordChange(
      tx,
      actor,
      { action: `${input.kind}.${input.decision}`, ...subject, details: { from: current.verification, to } },
      await eventsOf(tx, input, to),
    );
    return toProfile(input.kind, profile);
  });
}

function changesNothing({ decision, reason }: DecisionInput, current: Current): boolean {
  const { to, needsReason } = DECISIONS[decision];
  return current.verification === to && (!needsReason || reason === current.verificationReason);
}

function toProfile(kind: DecisionInput["kind"], { verifiedAt, ...profile }: Current): Profile {
  return { ...profile, kind, verifiedAt: verifiedAt?.toISOString() ?? null };
}

function find(tx: Tx, { kind, id }: DecisionInput): Promise<Current | null> {
  const query = { where: { id }, select: SHOWN } as const;
  return kind === "doctor" ? tx.doctor.findUnique(query) : tx.hospital.findUnique(query);
}

/** Compare-and-swap on the version: of two administrators who decide at once, the slower one learns that it was decided. */
async function applyDecision(tx: Tx, input: DecisionInput, current: Current, data: Change) {
  const where = { id: input.id, version: input.expectedVersion ?? current.version };
  const query = { where, data, select: SHOWN };
  const rows =
    input.kind === "doctor" ? await tx.doctor.updateManyAndReturn(query) : await tx.hospital.updateManyAndReturn(query);
  const [row] = rows;
  if (!row) throw versionMismatch();
  return row;
}

/** Listing or unlisting a hospital opens or closes the hours its doctors have there. */
async function eventsOf(tx: Tx, { kind, id }: DecisionInput, to: Verification): Promise<EventDraft[]> {
  if (kind === "doctor") return [doctorDecided(id, to), availabilityChanged(id)];
  const managers = await tx.hospitalStaff.findMany({
    where: { hospitalId: id, role: "MANAGER" },
    select: { userId: true },
  });
  const doctors = await tx.affiliation.findMany({
    where: { hospitalId: id, status: "ACTIVE" },
    select: { doctorId: true },
  });
  return [
    hospitalDecided(
      id,
      to,
      managers.map(({ userId }) => userId),
    ),
    ...doctors.map(({ doctorId }) => availabilityChanged(doctorId)),
  ];
}
