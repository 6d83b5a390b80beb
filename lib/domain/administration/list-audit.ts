import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage, type Page } from "@/lib/platform/input/page";
import { shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { listNames } from "./internal/list-names";
import { canAdminister } from "./policy";
import type { AuditLine, AuditQuery } from "./schema";

const auditPosition = z.strictObject({ p: z.string().regex(/^\d{1,18}$/) });

/** Returns the audit trail, newest first. Throws `not-found` for everyone but administrators. */
export async function listAudit(actor: Actor, query: AuditQuery): Promise<Page<AuditLine>> {
  if (!canAdminister(actor)) throw notFound();
  const { after, take, pageBy } = startPage(query, auditPosition);
  const { action, subject, subjectId, actorId, via } = query;
  const rows = await db.auditEntry.findMany({
    where: {
      ...(after ? { position: { lt: BigInt(after.p) } } : {}),
      ...(action ? { OR: [{ action }, { action: { startsWith: `${action.replace(/\.$/, "")}.` } }] } : {}),
      ...(subject ? { subject } : {}),
      ...(subjectId ? { subjectId } : {}),
      ...(actorId ? { actorUserId: actorId } : {}),
      ...(via ? { via } : {}),
      ...within(query, actor.timeZone),
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
  const names = await listNames(page.items.map((row) => row.actorUserId));
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

/** Whole days of the reader's clock, the last one included. */
function within({ from, to }: { from?: string | undefined; to?: string | undefined }, timeZone: string) {
  if (!from && !to) return {};
  return {
    occurredAt: {
      ...(from ? { gte: startOfLocalDate(from, timeZone) } : {}),
      ...(to ? { lt: startOfLocalDate(shiftDate(to, 1), timeZone) } : {}),
    },
  };
}
