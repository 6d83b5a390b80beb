import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { NEWEST_FIRST, startPage, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { lastDay } from "@/lib/domain/patients/end-of-day";
import { requireHeld, requireManaged } from "./internal/require-access";
import type { FamilyAccess, FamilyInvitationOutput, OwnPatient } from "./schema";
import { holdersOf, patientsOfAccount } from "./statements";

/** Returns a page of the people the account acts for, oneself first. */
export async function listFamily(actor: Actor, query: PageQuery): Promise<Page<OwnPatient>> {
  const { after, take, pageBy } = startPage(query, z.strictObject({ o: z.boolean(), i: z.uuid() }));
  const rows = await patientsOfAccount(sql, actor.userId, {
    after: after ? { own: after.o, id: after.i } : null,
    take,
  });
  const page = pageBy(rows, ({ relation, accessId }) => ({ o: relation === "SELF", i: accessId }));
  return {
    ...page,
    items: page.items.map((row) => ({ ...row, ...endOf(actor, row) })),
  };
}

/**
 * Returns a page of those who act for a patient, the ended ones included: all of them for those who manage the record,
 * only their own for others. Throws `not-found` for those who don't act for the patient.
 */
export async function listAccess(actor: Actor, patientId: string, query: PageQuery): Promise<Page<FamilyAccess>> {
  const held = await requireHeld(db, actor, patientId);
  const { after, take, pageBy } = startPage(query, z.strictObject({ i: z.uuid() }));
  const onlyUserId = held.canManage ? null : actor.userId;
  const rows = await holdersOf(sql, { patientIds: [patientId], onlyUserId, after: after?.i ?? null, take });
  const page = pageBy(rows, ({ id }) => ({ i: id }));
  return { ...page, items: page.items.map((row) => toAccess(actor, row)) };
}

function endOf(actor: Actor, { expiresAt }: { expiresAt: Date | null }) {
  return { expiresAt: expiresAt?.toISOString() ?? null, endsOn: lastDay(actor, expiresAt) };
}

export function toAccess(actor: Actor, { userId, ...row }: RowOf<typeof holdersOf>): FamilyAccess {
  return {
    ...row,
    isYou: userId === actor.userId,
    ...endOf(actor, row),
    createdAt: row.createdAt.toISOString(),
  };
}

export const invitationSelect = {
  id: true,
  patientId: true,
  email: true,
  relation: true,
  scope: true,
  accessExpiresAt: true,
  status: true,
  createdAt: true,
  expiresAt: true,
} satisfies Prisma.FamilyInvitationSelect;

type InvitationRow = Prisma.FamilyInvitationGetPayload<{ select: typeof invitationSelect }>;

export function toInvitation({ accessExpiresAt, createdAt, expiresAt, ...row }: InvitationRow): FamilyInvitationOutput {
  return {
    ...row,
    accessExpiresAt: accessExpiresAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

/**
 * Returns a page of the invitations nobody has answered yet, newest first, for those who manage the record. Throws
 * `not-found`, `forbidden`.
 */
export async function listFamilyInvitations(
  actor: Actor,
  patientId: string,
  query: PageQuery,
): Promise<Page<FamilyInvitationOutput>> {
  await requireManaged(db, actor, patientId);
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const rows = await db.familyInvitation.findMany({
    where: { patientId, status: "PENDING", AND: [beyond] },
    orderBy,
    take,
    select: invitationSelect,
  });
  const { items, nextCursor } = pageOf(rows);
  return { items: items.map(toInvitation), nextCursor };
}
