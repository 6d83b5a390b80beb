import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startPage, startSortedPage } from "@/lib/platform/input/page";
import { searchWords } from "@/lib/platform/text/fold";
import { isMailSent } from "@/lib/platform/mail/send-mail";
import { canAdminister } from "./policy";
import type { AuditLine, auditQuery, peopleQuery, Person } from "./schema";

type Page<T> = { items: T[]; nextCursor: string | null };

const PERSON = {
  id: true,
  name: true,
  email: true,
  status: true,
  isAdmin: true,
  lastSignInAt: true,
  createdAt: true,
  version: true,
  doctor: { select: { id: true, verification: true } },
  staff: { select: { role: true, hospital: { select: { id: true, name: true } } } },
  _count: { select: { patientAccesses: true } },
} as const satisfies Prisma.UserSelect;

type PersonRow = Prisma.UserGetPayload<{ select: typeof PERSON }>;

function toPerson({ staff, _count, lastSignInAt, createdAt, ...user }: PersonRow): Person {
  return {
    ...user,
    patients: _count.patientAccesses,
    hospital: staff ? { ...staff.hospital, role: staff.role } : null,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** Returns one account, for administrators. Throws `not-found`. */
export async function getPersonIn(client: Db, actor: Actor, id: string): Promise<Person> {
  const row = canAdminister(actor) ? await client.user.findUnique({ where: { id }, select: PERSON }) : null;
  if (!row) throw notFound();
  return toPerson(row);
}

const PEOPLE_ORDER = { ...NEWEST_FIRST, keys: ["at", "id"] } as const;

/**
 * Returns accounts, newest first, found by part of their name or email. Throws `not-found` for everyone but
 * administrators.
 */
export async function listPeople(actor: Actor, query: z.output<typeof peopleQuery>): Promise<Page<Person>> {
  if (!canAdminister(actor)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, PEOPLE_ORDER);
  const found = query.q && {
    OR: [named(query.q), { email: { contains: query.q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const } }],
  };
  const rows = await db.user.findMany({
    where: {
      AND: [beyond, found || {}, query.status ? { status: query.status } : {}, query.id ? { id: query.id } : {}],
    },
    orderBy,
    take,
    select: PERSON,
  });
  const page = pageOf(rows);
  return { ...page, items: page.items.map(toPerson) };
}

/** Every word typed must be in the name. Prisma doesn't escape wildcards; a folded word has none. */
function named(typed: string): Prisma.UserWhereInput {
  const words = searchWords(typed).split(" ").filter(Boolean);
  return words.length > 0 ? { AND: words.map((word) => ({ searchName: { contains: word } })) } : { id: { in: [] } };
}

const auditPosition = z.strictObject({ p: z.string().regex(/^\d{1,18}$/) });

/** Returns the audit trail, newest first. Throws `not-found` for everyone but administrators. */
export async function listAudit(actor: Actor, query: z.output<typeof auditQuery>): Promise<Page<AuditLine>> {
  if (!canAdminister(actor)) throw notFound();
  const { after, take, pageBy } = startPage(query, auditPosition);
  const { action, subject, subjectId, actorId } = query;
  const rows = await db.auditEntry.findMany({
    where: {
      ...(after ? { position: { lt: BigInt(after.p) } } : {}),
      ...(action ? { OR: [{ action }, { action: { startsWith: `${action.replace(/\.$/, "")}.` } }] } : {}),
      ...(subject ? { subject } : {}),
      ...(subjectId ? { subjectId } : {}),
      ...(actorId ? { actorUserId: actorId } : {}),
    },
    orderBy: { position: "desc" },
    take,
    select: {
      position: true,
      action: true,
      subject: true,
      subjectId: true,
      actorUserId: true,
      via: true,
      requestId: true,
      details: true,
      occurredAt: true,
    },
  });
  const page = pageBy(rows, (row) => ({ p: row.position.toString() }));
  const names = await namesOf(page.items.map((row) => row.actorUserId));
  return {
    ...page,
    items: page.items.map(({ actorUserId, position, occurredAt, details, ...row }) => ({
      ...row,
      position: position.toString(),
      actor: actorUserId ? { id: actorUserId, name: names.get(actorUserId) ?? "Removed account" } : null,
      details: details as AuditLine["details"],
      occurredAt: occurredAt.toISOString(),
    })),
  };
}

async function namesOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows =
    wanted.length > 0
      ? await db.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })
      : [];
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Tells whether there is an outbox to view. */
export function hasOutbox(): boolean {
  return !isMailSent();
}
