import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage, type Page } from "@/lib/platform/input/page";
import { instantText } from "@/lib/platform/time/iso-text";
import { canAdminister } from "./policy";
import type { PeoplePageQuery, SignIn } from "./schema-people";

const SUCCESS = "account.signed-in";
const FAILURE = "account.sign-in-failed";
const position = z.strictObject({ p: z.string().regex(/^\d{1,18}$/) });
const failureOf = z.object({ reason: z.enum(["password", "suspended"]) });

/** Returns when someone signed in to an account or failed to, the latest first. Throws `not-found` for everyone but administrators. */
export async function listSignIns(actor: Actor, id: string, query: PeoplePageQuery): Promise<Page<SignIn>> {
  if (!canAdminister(actor)) throw notFound();
  const { after, take, pageBy } = startPage(query, position);
  const user = await db.user.findUnique({ where: { id }, select: { id: true } });
  if (!user) throw notFound();
  const rows = await db.auditEntry.findMany({
    where: {
      subject: "user",
      subjectId: id,
      action: { in: [SUCCESS, FAILURE] },
      ...(after ? { position: { lt: BigInt(after.p) } } : {}),
    },
    orderBy: { position: "desc" },
    take,
    select: { position: true, action: true, via: true, details: true, occurredAt: true },
  });
  const page = pageBy(rows, (row) => ({ p: row.position.toString() }));
  return {
    ...page,
    items: page.items.map((row) => ({
      position: row.position.toString(),
      at: instantText(row.occurredAt),
      isSuccess: row.action === SUCCESS,
      failure: row.action === FAILURE ? (failureOf.safeParse(row.details).data?.reason ?? null) : null,
      via: row.via,
    })),
  };
}
