import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { instantText } from "@/lib/platform/time/iso-text";
import type { Actor } from "@/lib/actor/actor";
import { canAskForChanges } from "./policy";
import type { EmailChange } from "./schema";

export const emailChangeSelect = {
  id: true,
  userId: true,
  oldEmail: true,
  newEmail: true,
  reason: true,
  status: true,
  createdAt: true,
  expiresAt: true,
  endedAt: true,
} satisfies Prisma.EmailChangeSelect;
export type EmailChangeRow = Prisma.EmailChangeGetPayload<{ select: typeof emailChangeSelect }>;

export function toEmailChange({ userId: _userId, createdAt, expiresAt, endedAt, ...row }: EmailChangeRow): EmailChange {
  return {
    ...row,
    createdAt: instantText(createdAt),
    expiresAt: instantText(expiresAt),
    endedAt: endedAt && instantText(endedAt),
  };
}

/** Returns the last change of an account's address, whatever became of it. Throws `not-found` for everyone but administrators. */
export async function findLastEmailChangeIn(client: Db, actor: Actor, userId: string): Promise<EmailChange | null> {
  if (!canAskForChanges(actor)) throw notFound();
  const row = await client.emailChange.findFirst({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: emailChangeSelect,
  });
  return row && toEmailChange(row);
}

/** Returns the accounts whose address one was, and when it changed, the latest first. Throws `not-found` for everyone but administrators. */
export async function listFormerOwnersIn(client: Db, actor: Actor, oldEmail: string, take: number) {
  if (!canAskForChanges(actor)) throw notFound();
  const rows = await client.emailChange.findMany({
    where: { oldEmail, status: "DONE" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    select: { endedAt: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
  });
  return rows.map(({ user, endedAt, createdAt }) => ({ ...user, at: instantText(endedAt ?? createdAt) }));
}

/** A change whose link is open: to use the new address, or to keep the old one. */
export type LinkedChange = { id: string; userId: string; does: "change" | "stop"; newEmail: string; oldEmail: string };

/** Returns what the secret of a link still does; null once the change is over, and for an account that is suspended. */
export async function findLinkedChange(token: string): Promise<LinkedChange | null> {
  const hash = hashSecretToken(token);
  const row = await db.emailChange.findFirst({
    where: {
      OR: [{ tokenHash: hash }, { stopTokenHash: hash }],
      status: "PENDING",
      expiresAt: { gt: new Date() },
      user: { status: "ACTIVE" },
    },
    select: { id: true, userId: true, newEmail: true, oldEmail: true, tokenHash: true },
  });
  if (!row) return null;
  const { tokenHash, ...change } = row;
  return { ...change, does: tokenHash === hash ? "change" : "stop" };
}
