import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { pageFrom, readCursor } from "@/lib/platform/input/cursor";
import { uuid } from "@/lib/platform/input/text";
import { requireStaffManaged } from "./internal/find-staff";
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

const byName = z.strictObject({ n: z.string(), i: uuid });

/** Returns a page of a hospital's staff by name, for its managers. Throws `not-found` for everyone else. */
export async function listStaff(
  actor: Actor,
  hospitalId: string,
  page: Page,
): Promise<{ items: StaffMember[]; nextCursor: string | null }> {
  await requireStaffManaged(db, actor, hospitalId);
  const after = readCursor(byName, page.cursor);
  const rows = await db.hospitalStaff.findMany({
    where: {
      hospitalId,
      ...(after ? { OR: [{ user: { name: { gt: after.n } } }, { user: { name: after.n }, id: { gt: after.i } }] } : {}),
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    take: page.limit + 1,
    select: memberSelect,
  });
  const { items, nextCursor } = pageFrom(rows, page.limit, (row) => ({ n: row.user.name, i: row.id }));
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

const byAge = z.strictObject({ c: z.iso.datetime(), i: uuid });

/** Returns a page of open invitations, newest first, for the hospital's managers. Throws `not-found`. */
export async function listStaffInvitations(actor: Actor, hospitalId: string, page: Page) {
  await requireStaffManaged(db, actor, hospitalId);
  const after = readCursor(byAge, page.cursor);
  const rows = await db.staffInvitation.findMany({
    where: {
      hospitalId,
      status: "PENDING",
      ...(after ? { createdAt: { lte: after.c }, OR: [{ createdAt: { lt: after.c } }, { id: { lt: after.i } }] } : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: page.limit + 1,
    select: invitationSelect,
  });
  const { items, nextCursor } = pageFrom(rows, page.limit, (row) => ({ c: row.createdAt.toISOString(), i: row.id }));
  return { items: items.map(toInvitation), nextCursor };
}
