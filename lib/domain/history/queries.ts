import { z } from "zod";
import { db } from "@/lib/platform/db/db";
import type { Capacity, TrailEntry } from "./schema";

/** More steps than any one thing has. */
const LIMIT = 300;
const CAPACITIES = ["patient", "doctor", "staff", "administrator", "caller", "system"] as const satisfies Capacity[];
const said = z.object({
  as: z.enum(CAPACITIES).nullable().catch(null),
  from: z.string().nullable().catch(null),
  to: z.string().nullable().catch(null),
});

/**
 * Returns what was done with things of one kind, by ID, oldest first, with who did it. From the audit trail, so the
 * caller must have checked that its reader may see the thing; `actorLabel` decides which names to show.
 */
export async function unsafeListTrails(subject: string, ids: string[]): Promise<Map<string, TrailEntry[]>> {
  const rows = await db.auditEntry.findMany({
    where: { subject, subjectId: { in: ids } },
    orderBy: { position: "asc" },
    take: LIMIT * Math.max(1, ids.length),
    select: {
      action: true,
      occurredAt: true,
      via: true,
      actorUserId: true,
      details: true,
      subjectId: true,
      hospitalId: true,
    },
  });
  const users = [...new Set(rows.flatMap(({ actorUserId }) => actorUserId ?? []))];
  const names = new Map(
    (await db.user.findMany({ where: { id: { in: users } }, select: { id: true, name: true } })).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const trails = new Map<string, TrailEntry[]>();
  for (const { subjectId, action, occurredAt, via, actorUserId, details, hospitalId } of rows) {
    const entry = {
      action,
      at: occurredAt,
      via: via as TrailEntry["via"],
      userId: actorUserId,
      userName: actorUserId && (names.get(actorUserId) ?? null),
      hospitalId,
      ...said.parse(details),
    };
    trails.set(subjectId ?? "", [...(trails.get(subjectId ?? "") ?? []), entry]);
  }
  return trails;
}

/** Returns the same for one thing. */
export async function unsafeListTrail(subject: string, id: string): Promise<TrailEntry[]> {
  return (await unsafeListTrails(subject, [id])).get(id) ?? [];
}
