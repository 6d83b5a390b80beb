import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { searchWords } from "@/lib/platform/text/fold";
import { SENT_CHANNELS, type SentChannel } from "@/lib/domain/messages/status";
import { isMailSent } from "@/lib/platform/mail/send-mail";
import { isTextSandboxed } from "@/lib/platform/text-message/send-text";
import { canAdminister } from "./policy";
import type { peopleQuery, Person } from "./schema";

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

/** Returns one account, for administrators, without noting a look. Throws `not-found`. */
export function getPerson(actor: Actor, id: string): Promise<Person> {
  return getPersonIn(db, actor, id);
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

/** The channels whose messages stay in the outbox: all without a mail server, else texts in the sandbox. */
export function outboxChannels(): readonly SentChannel[] {
  if (!isMailSent()) return SENT_CHANNELS;
  return isTextSandboxed() ? ["SMS"] : [];
}
