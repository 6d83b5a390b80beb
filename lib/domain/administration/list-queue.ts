import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { OLDEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { listLookAlikes } from "./internal/list-look-alikes";
import { profilesInState } from "./statements/profiles";
import { canAdminister } from "./policy";
import type { Candidate, queueQuery } from "./schema";

const ORDER = { ...OLDEST_FIRST, keys: ["at", "id"] } as const;

/**
 * Returns doctors and hospitals in one state, those waiting longest first. Throws `not-found` for everyone but
 * administrators.
 */
export async function listQueue(
  actor: Actor,
  query: z.output<typeof queueQuery>,
): Promise<{ items: Candidate[]; nextCursor: string | null }> {
  if (!canAdminister(actor)) throw notFound();
  const { after, take, pageOf } = startSortedPage(query, ORDER);
  const rows = await profilesInState(db, { kind: query.kind, state: query.state, after, take });
  const page = pageOf(rows);
  const alike = await listLookAlikes(page.items.filter(({ verification }) => verification !== "VERIFIED"));
  return {
    ...page,
    items: page.items.map((row) => ({
      ...row,
      lookAlikes: alike.get(row.id) ?? [],
      createdAt: row.createdAt.toISOString(),
    })),
  };
}

/**
 * Counts what is waiting, for the title and the badge; `change` counts requests of verified profiles. Zero for everyone
 * but administrators.
 */
export async function countWaiting(actor: Actor): Promise<{ doctor: number; hospital: number; change: number }> {
  if (!canAdminister(actor)) return { doctor: 0, hospital: 0, change: 0 };
  const where = { verification: "PENDING" as const };
  const changes = db.profileChange.count({ where: { status: "PENDING" } });
  const [doctor, hospital, change] = await Promise.all([
    db.doctor.count({ where }),
    db.hospital.count({ where }),
    changes,
  ]);
  return { doctor, hospital, change };
}
