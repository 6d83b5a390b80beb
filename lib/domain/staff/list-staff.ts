import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { BY_NAME, NEWEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { requireStaffManaged } from "./internal/require-staff";
import type { StaffInvitationOutput, StaffMember } from "./schema";

type Page = { limit: number; cursor?: string | undefined };

export const memberSelect = {
  id: true,
  userId: true,
  role: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
} satisfies Prisma.HospitalStaffSelect;

export function toMember({
  user,
  createdAt,
  ...row
}: Prisma.HospitalStaffGetPayload<{ select: typeof memberSelect }>): StaffMember {
  return { ...row, ...user, createdAt: createdAt.toISOString() };
}

/** A page of a hospital's staff by name, for its managers. Throws `not-found` for everyone else. */
export async function listStaff(
  actor: Actor,
  hospitalId: string,
  page: Page,
): Promise<{ items: StaffMember[]; nextCursor: string | null }> {
  await requireStaffManaged(db, actor, hospitalId);
  const { after, take, pageBy } = startSortedPage(page, BY_NAME);
  const rows = await db.hospitalStaff.findMany({
    where: {
      hospitalId,
      ...(after
        ? { OR: [{ user: { name: { gt: after.value } } }, { user: { name: after.value }, id: { gt: after.id } }] }
        : {}),
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    take,
    select: memberSelect,
  });
  const { items, nextCursor } = pageBy(rows, ({ id, user }) => ({ id, name: user.name }));
  return { items: items.map(toMember), nextCursor };
}

export const invitationSelect = {
  id: true,
  email: true,
  role: true,
  status: true,
  createdAt: true,
  expiresAt: true,
} satisfies Prisma.StaffInvitationSelect;

type InvitationRow = Prisma.StaffInvitationGetPayload<{ select: typeof invitationSelect }>;

export function toInvitation({ createdAt, expiresAt, ...row }: InvitationRow): StaffInvitationOutput {
  return { ...row, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}

/** A page of the invitations nobody has answered yet, newest first, for the hospital's managers. Throws `not-found`. */
export async function listStaffInvitations(actor: Actor, hospitalId: string, page: Page) {
  await requireStaffManaged(db, actor, hospitalId);
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, NEWEST_FIRST);
  const rows = await db.staffInvitation.findMany({
    where: {
      hospitalId,
      status: "PENDING",
      AND: [beyond],
    },
    orderBy,
    take,
    select: invitationSelect,
  });
  const { items, nextCursor } = pageOf(rows);
  return { items: items.map(toInvitation), nextCursor };
}
