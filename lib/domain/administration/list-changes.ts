import type { z } from "zod";
import { GUARDED, storedChanges, type ProfileChanges } from "@/lib/domain/doctors/schema-changes";
import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { OLDEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { listLookAlikesIn } from "./internal/list-look-alikes";
import { canAdminister } from "./policy";
import type { Change, changesQuery, ProfileKind } from "./schema";

const identity = { id: true, slug: true, name: true, city: true } as const;
const changeSelect = {
  id: true,
  changes: true,
  status: true,
  reason: true,
  requestedByUserId: true,
  createdAt: true,
  version: true,
  hospital: { select: { ...identity, address: true, country: true, latitude: true, longitude: true, phone: true } },
  doctor: { select: { ...identity, registrationNumber: true } },
} as const satisfies Prisma.ProfileChangeSelect;
type Row = Prisma.ProfileChangeGetPayload<{ select: typeof changeSelect }>;

const ORDER = { ...OLDEST_FIRST, keys: ["at", "id"] } as const;

/**
 * Returns the changes that await an administrator, oldest first. Throws `not-found` for everyone but administrators.
 */
export async function listChanges(
  actor: Actor,
  query: z.output<typeof changesQuery>,
): Promise<{ items: Change[]; nextCursor: string | null }> {
  if (!canAdminister(actor)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, ORDER);
  const ofKind =
    query.kind && (query.kind === "hospital" ? { hospitalId: { not: null } } : { doctorId: { not: null } });
  const rows = await db.profileChange.findMany({
    where: { AND: [{ status: "PENDING" }, beyond, ofKind ?? {}] },
    orderBy,
    take,
    select: changeSelect,
  });
  const page = pageOf(rows);
  return { ...page, items: await toChanges(db, page.items) };
}

/** Returns the last changes that one doctor or hospital has asked for, whatever became of them, the latest first. */
export async function listChangesOf(kind: ProfileKind, id: string, take: number): Promise<Change[]> {
  const rows = await db.profileChange.findMany({
    where: kind === "hospital" ? { hospitalId: id } : { doctorId: id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    select: changeSelect,
  });
  return toChanges(db, rows);
}

/** Returns one request with the values that are public now, or null. */
export async function findChange(client: Db, id: string): Promise<Change | null> {
  const row = await client.profileChange.findUnique({ where: { id }, select: changeSelect });
  const [change] = row ? await toChanges(client, [row]) : [];
  return change ?? null;
}

async function toChanges(client: Db, rows: Row[]): Promise<Change[]> {
  const read = rows.map(readRow);
  const renamed = read.flatMap(({ kind, profile, changes }) =>
    changes.name === undefined ? [] : [{ kind, id: profile.id, name: changes.name }],
  );
  const alike = await listLookAlikesIn(client, renamed);
  const contacts = await contactsOf(client, rows);
  return read.map(({ row, kind, profile, changes }) => ({
    id: row.id,
    kind,
    profile: { id: profile.id, slug: profile.slug, name: profile.name ?? "", city: profile.city ?? null },
    status: row.status,
    fields: GUARDED[kind].flatMap((field) =>
      changes[field] === undefined ? [] : [{ field, from: profile[field] ?? null, to: changes[field] }],
    ),
    reason: row.reason,
    contact: contacts.get(row.requestedByUserId ?? "") ?? null,
    lookAlikes: alike.get(profile.id) ?? [],
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }));
}

type Profile = { id: string; slug: string } & ProfileChanges;
type Read = { row: Row; kind: "hospital" | "doctor"; profile: Profile; changes: ProfileChanges };

function readRow(row: Row): Read {
  if (row.hospital)
    return { row, kind: "hospital", profile: row.hospital, changes: storedChanges.hospital.parse(row.changes) };
  if (!row.doctor) throw new Error("A change is a hospital's or a doctor's");
  return { row, kind: "doctor", profile: { ...row.doctor }, changes: storedChanges.doctor.parse(row.changes) };
}

async function contactsOf(client: Db, rows: Row[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ requestedByUserId }) => requestedByUserId ?? []);
  const users =
    ids.length > 0 ? await client.user.findMany({ where: { id: { in: ids } }, select: { id: true, email: true } }) : [];
  return new Map(users.map(({ id, email }) => [id, email]));
}
