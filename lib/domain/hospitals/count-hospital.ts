import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/domain/schedules/slots-days";
import type { Actor } from "@/lib/platform/auth/actor";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { canSeeStats } from "./policy";
import type { HospitalStats } from "./schema";

type Today = HospitalStats["appointments"]["today"];

/**
 * The hospital's numbers at this moment, for its staff: one statement, so that all are of the same moment. Today is
 * the hospital's own calendar day, by the start of the visit; a hold that has run out counts as EXPIRED even before
 * the timer says so. Throws `not-found` for everybody else.
 */
export async function getHospitalStats(actor: Actor, hospitalId: string, now: Date = new Date()): Promise<HospitalStats> {
  const hospital = canSeeStats(actor, hospitalId)
    ? await db.hospital.findUnique({ where: { id: hospitalId }, select: { timeZone: true } })
    : null;
  if (!hospital) throw notFound();
  const date = localDateAt(now, hospital.timeZone);
  const from = startOfLocalDate(date, hospital.timeZone);
  const to = startOfLocalDate(shiftDate(date, 1), hospital.timeZone);
  const rows = await db.$queryRaw<{ kind: "visit" | "doctor"; status: string; count: number }[]>`
    SELECT 'visit' AS "kind", CASE WHEN a."status" = 'HELD' AND a."holdExpiresAt" <= ${now} THEN 'EXPIRED' ELSE a."status"::text END AS "status",
      count(*)::int AS "count"
    FROM "Appointment" a WHERE a."hospitalId" = ${hospitalId}::uuid AND a."startsAt" >= ${from} AND a."startsAt" < ${to} GROUP BY 2
    UNION ALL
    SELECT 'doctor', f."status"::text, count(*)::int FROM "Affiliation" f WHERE f."hospitalId" = ${hospitalId}::uuid GROUP BY 2`;
  const of = (kind: string, status: string) => rows.find((row) => row.kind === kind && row.status === status)?.count ?? 0;
  const today = Object.fromEntries(APPOINTMENT_STATUSES.map((status) => [status, of("visit", status)])) as Today;
  return {
    hospitalId,
    asOf: now.toISOString(),
    date,
    doctors: { active: of("doctor", "ACTIVE"), suspended: of("doctor", "SUSPENDED"), invited: 0 },
    appointments: { today },
  };
}
