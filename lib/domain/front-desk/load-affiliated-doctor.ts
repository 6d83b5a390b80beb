import { visibleTo as visibleHours } from "@/lib/domain/schedules/policy";
import { scheduleSelect } from "@/lib/domain/schedules/queries";
import { storedHoursSchema } from "@/lib/domain/schedules/schema";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { affiliatedSelect, withTimes } from "./list-own-doctors";
import { canRunDesk } from "./policy";

/**
 * Returns one doctor of the hospital with their hours there, read-only. Throws `not-found` for doctors of other
 * hospitals, former ones, and anyone but its staff.
 */
export async function loadAffiliatedDoctor(
  actor: Actor,
  hospitalId: string,
  doctorId: string,
  at: { now: Date; day: { from: Date; to: Date } },
) {
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  const [row, schedules] = await Promise.all([
    db.affiliation.findFirst({ where: { hospitalId, doctorId, status: { not: "ENDED" } }, select: affiliatedSelect }),
    db.schedule.findMany({
      where: { AND: [{ doctorId, hospitalId }, visibleHours(actor)] },
      orderBy: { createdAt: "asc" },
      take: 20,
      select: scheduleSelect,
    }),
  ]);
  if (!row) throw notFound();
  const [doctor] = await withTimes(hospitalId, [row], at);
  if (!doctor) throw notFound();
  return {
    doctor,
    since: row.createdAt.toISOString(),
    schedules: schedules.map(({ rules, exceptions, closedAt, ...schedule }) => ({
      ...schedule,
      ...storedHoursSchema.parse({ rules, exceptions }),
      isClosed: closedAt !== null,
    })),
  };
}

export type PlaceHours = Awaited<ReturnType<typeof loadAffiliatedDoctor>>["schedules"][number];
