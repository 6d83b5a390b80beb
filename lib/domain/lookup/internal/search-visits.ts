import { visibleTo } from "@/lib/domain/appointments/policy";
import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import type { Hit } from "../schema";
import { visitsNamed, type VisitScope } from "../statements";

/**
 * Finds at most five visits within one side of what the actor may see, by prefixes of names: upcoming ones, then the
 * latest past ones. Holds are excluded.
 */
export async function searchVisits(actor: Actor, scope: VisitScope, words: string, now: Date): Promise<Hit[]> {
  const found = await visitsNamed(db, scope, words, now);
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await db.appointment.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(actor)] },
    select: VISIT,
  });
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((row) => toHit(row, scope));
}

const VISIT = {
  id: true,
  startsAt: true,
  status: true,
  patient: { select: { name: true } },
  doctor: { select: { name: true, timeZone: true } },
  service: { select: { name: true } },
  hospital: { select: { timeZone: true } },
  schedule: { select: { timeZone: true } },
} satisfies Prisma.AppointmentSelect;

type Row = Prisma.AppointmentGetPayload<{ select: typeof VISIT }>;

function toHit({ id, startsAt, status, patient, doctor, service, hospital, schedule }: Row, { by }: VisitScope): Hit {
  const [name, more] =
    by === "patient"
      ? [patient.name, doctor.name]
      : [doctor.name, [service?.name, patient.name].filter(Boolean).join(" · ")];
  return {
    kind: "visit",
    id,
    name,
    more,
    at: startsAt.toISOString(),
    timeZone: hospital?.timeZone ?? schedule?.timeZone ?? doctor.timeZone,
    status,
  };
}
