import type { Actor } from "@/lib/actor/actor";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type PageQuery } from "@/lib/platform/input/page";
import { affiliationsVisibleTo, visibleTo } from "./policy";
import type { AffiliationFilter, InvitationFilter } from "./schema";

export const invitationSelect = {
  id: true,
  direction: true,
  hospitalId: true,
  doctorId: true,
  email: true,
  departmentId: true,
  status: true,
  message: true,
  statusReason: true,
  affiliationId: true,
  expiresAt: true,
  respondedAt: true,
  version: true,
  createdAt: true,
  hospital: { select: { name: true, slug: true, city: true } },
  doctor: { select: { name: true, slug: true } },
  department: { select: { name: true } },
} satisfies Prisma.DoctorInvitationSelect;

export type InvitationRow = Prisma.DoctorInvitationGetPayload<{ select: typeof invitationSelect }>;

export const affiliationSelect = {
  id: true,
  doctorId: true,
  hospitalId: true,
  departmentId: true,
  status: true,
  statusReason: true,
  version: true,
  createdAt: true,
  endedAt: true,
  hospital: { select: { name: true, slug: true, city: true } },
  doctor: { select: { name: true } },
  department: { select: { name: true } },
} satisfies Prisma.AffiliationSelect;

export type AffiliationRow = Prisma.AffiliationGetPayload<{ select: typeof affiliationSelect }>;

/** Returns one invitation or request the actor may read; throws `not-found` for all others alike. */
export function getInvitation(actor: Actor, id: string): Promise<InvitationRow> {
  return getInvitationIn(db, actor, id);
}

/** As `getInvitation`, with the client of a transaction. */
export async function getInvitationIn(client: Db, actor: Actor, id: string): Promise<InvitationRow> {
  const row = await client.doctorInvitation.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: invitationSelect,
  });
  if (!row) throw notFound();
  return row;
}

/** Get an affiliation the actor may read; throws `not-found` for all others alike. */
export function getAffiliation(actor: Actor, id: string): Promise<AffiliationRow> {
  return getAffiliationIn(db, actor, id);
}

/** As `getAffiliation`, with the client of a transaction. */
export async function getAffiliationIn(client: Db, actor: Actor, id: string): Promise<AffiliationRow> {
  const row = await client.affiliation.findFirst({
    where: { AND: [{ id }, affiliationsVisibleTo(actor)] },
    select: affiliationSelect,
  });
  if (!row) throw notFound();
  return row;
}

/** A page of the invitations and requests the actor may read, newest first. */
export async function listInvitations(actor: Actor, filter: InvitationFilter, query: PageQuery) {
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const rows = await db.doctorInvitation.findMany({
    where: { AND: [{ ...givenOf(filter) }, visibleTo(actor), beyond] },
    orderBy,
    take,
    select: invitationSelect,
  });
  return pageOf(rows);
}

/** A page of the affiliations the actor may read, newest first. */
export async function listAffiliations(actor: Actor, filter: AffiliationFilter, query: PageQuery) {
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const rows = await db.affiliation.findMany({
    where: { AND: [{ ...givenOf(filter) }, affiliationsVisibleTo(actor), beyond] },
    orderBy,
    take,
    select: affiliationSelect,
  });
  return pageOf(rows);
}

const MAX_ANSWERED = 10;

/** Returns the hospital's most recently answered or expired invitations, for its managers. */
export function listAnswered(actor: Actor, hospitalId: string): Promise<InvitationRow[]> {
  return db.doctorInvitation.findMany({
    where: { AND: [{ hospitalId, direction: "INVITATION", status: { not: "PENDING" } }, visibleTo(actor)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MAX_ANSWERED,
    select: invitationSelect,
  });
}

/** Drops undefined fields, which Prisma rejects here. */
function givenOf<T extends object>(filter: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** Counts what awaits an answer at a hospital, for its manager; 0 for everyone else. */
export async function countPending(
  actor: Actor,
  hospitalId: string,
  now: Date = new Date(),
): Promise<{ invited: number; requests: number }> {
  const rows = await db.doctorInvitation.groupBy({
    by: ["direction"],
    where: { AND: [{ hospitalId, status: "PENDING", expiresAt: { gt: now } }, visibleTo(actor)] },
    _count: true,
  });
  const of = (direction: string) => rows.find((row) => row.direction === direction)?._count ?? 0;
  return { invited: of("INVITATION"), requests: of("REQUEST") };
}

/**
 * Returns what a link is for, to its holder; null once it is used, withdrawn or expired. Reveals nothing about the
 * named doctor but the ID, which only that doctor's own account can compare.
 */
export function findInvitationByLink(token: string) {
  return findInvitationByLinkIn(db, token);
}

/** As `findInvitationByLink`, with the client of a transaction. */
export function findInvitationByLinkIn(client: Db, token: string, now: Date = new Date()) {
  return client.doctorInvitation.findFirst({
    where: { tokenHash: hashSecretToken(token), status: "PENDING", expiresAt: { gt: now } },
    select: invitationSelect,
  });
}

/** Tells whether a doctor is at a hospital already, active or suspended. */
export async function isAffiliatedWith(actor: Actor, hospitalId: string): Promise<boolean> {
  if (!actor.doctorId) return false;
  return (
    (await db.affiliation.count({ where: { doctorId: actor.doctorId, hospitalId, status: { not: "ENDED" } } })) > 0
  );
}

/** Returns the accounts of a hospital's managers, who are notified about invitations. */
export async function listManagers(client: Db, hospitalId: string): Promise<string[]> {
  const rows = await client.hospitalStaff.findMany({
    where: { hospitalId, role: "MANAGER" },
    select: { userId: true },
    take: 200,
  });
  return rows.map(({ userId }) => userId);
}

/** Returns names of the other side by doctor and hospital, as far as they concern the actor, for notifications. */
export async function listPartnerNames(
  actor: Actor,
  pairs: { doctorId: string; hospitalId: string }[],
): Promise<Map<string, string>> {
  const hospitalIds = pairs.filter(({ doctorId }) => doctorId === actor.doctorId).map(({ hospitalId }) => hospitalId);
  const doctorIds = pairs.filter(({ hospitalId }) => hospitalId === actor.hospitalId).map(({ doctorId }) => doctorId);
  const named = { id: true, name: true } as const;
  const [hospitals, doctors] = await Promise.all([
    hospitalIds.length > 0 ? db.hospital.findMany({ where: { id: { in: hospitalIds } }, select: named }) : [],
    doctorIds.length > 0 ? db.doctor.findMany({ where: { id: { in: doctorIds } }, select: named }) : [],
  ]);
  return new Map([...hospitals, ...doctors].map(({ id, name }) => [id, name]));
}
