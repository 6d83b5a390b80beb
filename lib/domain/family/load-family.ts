import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { localDateAt } from "@/lib/platform/time/local-date";
import { invitationSelect, listFamily, toAccess, toInvitation } from "./list-access";
import { isLasting } from "./internal/require-access";
import { canLeave, canRule } from "./policy";
import { canHandOver, daysToMajority, majorityOn, MAX_HOLDERS } from "./rules";
import type { FamilyAccess, FamilyInvitationOutput, OwnPatient } from "./schema";
import { holdersOf } from "./statements";

/** Someone who acts for a patient, and what the reader can do about it. */
export type FamilyHolder = FamilyAccess & { canChange: boolean; canEnd: boolean };

/** One person the account acts for, with everyone else who does, as far as the account may know. */
export type FamilyMember = OwnPatient & {
  holders: FamilyHolder[];
  invitations: FamilyInvitationOutput[];
  /** A parent may hand the record over now. */
  canHandOver: boolean;
  /** Days until the 18th birthday ends the access, while it is near. */
  endsInDays: number | null;
};

/** Their own record first; and the date where the reader is. */
export type Family = { members: FamilyMember[]; today: string };

const MOST_PATIENTS = 50;

/** Loads the family page: the people the account acts for, and everyone who acts for those whose record it manages. */
export async function loadFamily(actor: Actor, now: Date = new Date()): Promise<Family> {
  const { items } = await listFamily(actor, { limit: MOST_PATIENTS });
  const managed = items.filter(({ canManage }) => canManage).map(({ id }) => id);
  const most = managed.length * MAX_HOLDERS * 2;
  const [holders, invitations] = await Promise.all([
    holdersOf(sql, { patientIds: managed, onlyUserId: null, after: null, take: most }),
    db.familyInvitation.findMany({
      where: { patientId: { in: managed }, status: "PENDING", expiresAt: { gt: now } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: most,
      select: invitationSelect,
    }),
  ]);
  const today = localDateAt(now, actor.timeZone);
  const isOfAge = ({ bornOn }: OwnPatient) => bornOn !== null && majorityOn(bornOn) <= today;
  const members = items.map((patient) => ({
    ...patient,
    holders: toHolders(
      actor,
      { ...patient, isOfAge: isOfAge(patient) },
      holders.filter((one) => one.patientId === patient.id),
    ),
    invitations: invitations.filter((one) => one.patientId === patient.id).map(toInvitation),
    canHandOver:
      patient.canManage && patient.relation === "CHILD" && !patient.hasAccount && canHandOver(patient.bornOn, today),
    endsInDays: patient.untilMajority ? daysToMajority(patient.bornOn, today) : null,
  }));
  return { members, today };
}

type Row = RowOf<typeof holdersOf>;

/** Of someone without an account of their own, the last who does everything for good can't be changed. */
function toHolders(actor: Actor, held: OwnPatient & { isOfAge: boolean }, rows: Row[]): FamilyHolder[] {
  const lasting = rows.filter((row) => row.isActive && isLasting(row));
  const isBound = (row: Row) => !held.hasAccount && lasting.length === 1 && lasting[0] === row;
  return rows.map((row) => {
    const canChange = canRule(held, row) && !isBound(row);
    return { ...toAccess(actor, row), canChange, canEnd: canChange || (canLeave(actor, row) && !isBound(row)) };
  });
}
