import { visibleTo } from "@/lib/domain/appointments/policy";
import type { Actor } from "@/lib/actor/actor";
import { db, Prisma } from "@/lib/platform/db/db";
import { MAX_HITS } from "../rules";
import type { Hit } from "../schema";

/** Whose appointments are looked through, and by what: for staff and doctors it is the patient they look for. */
export type VisitScope =
  { by: "patient"; hospitalId: string } | { by: "patient"; doctorId: string } | { by: "all"; patientIds: string[] };

/**
 * Finds at most five visits within one side of what the actor may see, by prefixes of names: upcoming ones, then the
 * latest past ones. Holds are excluded.
 */
export async function findVisits(actor: Actor, scope: VisitScope, words: string, now: Date): Promise<Hit[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT a."id"::text FROM "Appointment" a JOIN "Patient" p ON p."id" = a."patientId" ${scope.by === "all" ? OTHER_NAMES : Prisma.empty}
    WHERE ${within(scope)} AND a."status" <> 'HELD' AND a."holdExpiresAt" IS NULL AND ${named(scope, words)}
    ORDER BY a."startsAt" < ${now}, abs(extract(epoch FROM a."startsAt" - ${now})), a."id" LIMIT ${MAX_HITS}`;
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await db.appointment.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(actor)] },
    select: VISIT,
  });
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((row) => toHit(row, scope));
}

const OTHER_NAMES = Prisma.sql`JOIN "Doctor" d ON d."id" = a."doctorId" LEFT JOIN "Service" s ON s."id" = a."serviceId" LEFT JOIN "Hospital" h ON h."id" = a."hospitalId"`;

function within(scope: VisitScope): Prisma.Sql {
  if (scope.by === "all") return Prisma.sql`a."patientId" = ANY(${scope.patientIds}::uuid[])`;
  return "hospitalId" in scope
    ? Prisma.sql`a."hospitalId" = ${scope.hospitalId}::uuid`
    : Prisma.sql`a."doctorId" = ${scope.doctorId}::uuid`;
}

/**
 * A person's own visits are few, so all their names are searched. For all others the index of patients' names is used.
 */
function named({ by }: VisitScope, words: string): Prisma.Sql {
  if (by === "patient") return Prisma.sql`p."searchWords" @@ "search_beginnings"(${words})`;
  return Prisma.sql`to_tsvector('simple', "search_line"(concat_ws(' ', p."name", d."name", s."name", h."name"))) @@ "search_beginnings"(${words})`;
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
