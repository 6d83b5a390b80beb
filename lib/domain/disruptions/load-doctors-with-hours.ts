import type { Actor } from "@/lib/actor/actor";
import { visibleTo as visibleHours } from "@/lib/domain/schedules/policy";
import { db } from "@/lib/platform/db/db";

const MOST_DOCTORS = 500;

/** Returns the doctors with open hours at a hospital, for its staff to choose from, and whether these are all. */
export async function loadDoctorsWithHours(actor: Actor, hospitalId: string, most = MOST_DOCTORS) {
  const rows = await db.schedule.findMany({
    where: { AND: [{ hospitalId, closedAt: null }, visibleHours(actor)] },
    orderBy: [{ doctor: { name: "asc" } }, { id: "asc" }],
    take: most + 1,
    select: { timeZone: true, doctor: { select: { id: true, name: true } } },
  });
  const doctors = rows.slice(0, most).map(({ doctor, timeZone }) => ({ ...doctor, timeZone }));
  return { doctors, isComplete: rows.length <= most };
}
