import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type Page } from "@/lib/platform/input/page";
import { instantText } from "@/lib/platform/time/iso-text";
import { canAdminister } from "./policy";
import type { PeoplePageQuery, PersonSession } from "./schema-people";
import { openSessions } from "./statements/people";

/** Returns an account's open sessions, the latest first. Throws `not-found` for everyone but administrators. */
export async function listSessions(actor: Actor, id: string, query: PeoplePageQuery): Promise<Page<PersonSession>> {
  if (!canAdminister(actor)) throw notFound();
  const { after, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const user = await db.user.findUnique({ where: { id }, select: { id: true } });
  if (!user) throw notFound();
  const page = pageOf(await openSessions(db, id, after, take));
  const items = page.items.map(({ createdAt, expiresAt, ...session }) => ({
    ...session,
    createdAt: instantText(createdAt),
    expiresAt: instantText(expiresAt),
  }));
  return { ...page, items };
}
