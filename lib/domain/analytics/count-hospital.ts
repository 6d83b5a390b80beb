import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inSnapshot } from "@/lib/platform/db/snapshot";
import { notFound } from "@/lib/platform/errors/app-error";
import { countWards } from "./internal/count-wards";
import { canSeeNumbers } from "./policy";
import { toTenth } from "./rules";
import type { HospitalStats } from "./schema";

type Today = HospitalStats["appointments"]["today"];
type Counted = { kind: "doctor" | "vehicle" | "invitation" | "request"; status: string; count: number };

/**
 * Returns the hospital's numbers at this moment, for its staff. All are read in one snapshot, whose start is `asOf`,
 * the day and the "now" of the views alike, so no number is of another moment than the rest. Today is the hospital's
 * own calendar day. Whatever has expired (a hold, a reservation, an invitation) no longer counts, even before its timer
 * has run. Throws `not-found` for everyone else.
 */
export async function getHospitalStats(actor: Actor, hospitalId: string): Promise<HospitalStats> {
  if (!canSeeNumbers(actor, hospitalId)) throw notFound();
  return inSnapshot(async (tx) => {
    const [hospital] = await tx.$queryRaw<{ asOf: Date; timeZone: string }[]>`
      SELECT now() AS "asOf", h."timeZone" FROM "Hospital" h WHERE h."id" = ${hospitalId}::uuid`;
    if (!hospital) throw notFound();
    const { asOf, timeZone } = hospital;
    const date = localDateAt(asOf, timeZone);
    const wards = await countWards(tx, hospitalId);
    const { medianWaitMinutes, today } = await countVisits(tx, hospitalId, {
      from: startOfLocalDate(date, timeZone),
      to: startOfLocalDate(shiftDate(date, 1), timeZone),
    });
    const of = await countOthers(tx, hospitalId);
    const [available, onCall, outOfService] = [
      of("vehicle", "AVAILABLE"),
      of("vehicle", "ON_CALL"),
      of("vehicle", "OUT_OF_SERVICE"),
    ];
    return {
      hospitalId,
      asOf: asOf.toISOString(),
      date,
      doctors: {
        active: of("doctor", "ACTIVE"),
        suspended: of("doctor", "SUSPENDED"),
        invited: of("invitation", "INVITATION"),
      },
      appointments: { today },
      ...wards,
      ambulances: { total: available + onCall + outOfService, available, onCall, outOfService },
      requests: {
        beds: of("request", "BED"),
        ambulances: of("request", "AMBULANCE"),
        invitations: of("invitation", "REQUEST"),
      },
      medianWaitMinutes,
      medianStayHours: await medianStay(tx, hospitalId),
    };
  });
}

/** Visits by status, and how long started ones waited after check-in. */
async function countVisits(
  tx: Tx,
  hospitalId: string,
  day: { from: Date; to: Date },
): Promise<{ today: Today; medianWaitMinutes: number | null }> {
  const rows = await tx.$queryRaw<{ status: string | null; count: number; seconds: number | null }[]>`
    WITH visit AS MATERIALIZED (
      SELECT CASE WHEN a."status" = 'HELD' AND a."holdExpiresAt" <= now() THEN 'EXPIRED' ELSE a."status"::text END AS "status",
        date_part('epoch', a."startedAt" - a."checkedInAt") AS "waited"
      FROM "Appointment" a
      WHERE a."hospitalId" = ${hospitalId}::uuid AND a."startsAt" >= ${day.from} AND a."startsAt" < ${day.to})
    SELECT "status", count(*)::int AS "count", NULL::float8 AS "seconds" FROM visit GROUP BY 1
    UNION ALL SELECT NULL, 0, percentile_cont(0.5) WITHIN GROUP (ORDER BY "waited") FROM visit`;
  const of = (status: string | null) => rows.find((row) => row.status === status);
  const today = Object.fromEntries(APPOINTMENT_STATUSES.map((status) => [status, of(status)?.count ?? 0])) as Today;
  return { today, medianWaitMinutes: toTenth(of(null)?.seconds ?? null, 60) };
}

/** Doctors, vehicles and what awaits an answer, in one statement. */
async function countOthers(tx: Tx, hospitalId: string) {
  const rows = await tx.$queryRaw<Counted[]>`
    SELECT 'vehicle' AS "kind", v."condition" AS "status", count(*)::int AS "count"
    FROM "AmbulanceNow" v WHERE v."hospitalId" = ${hospitalId}::uuid GROUP BY 2
    UNION ALL
    SELECT 'doctor', f."status"::text, count(*)::int FROM "Affiliation" f WHERE f."hospitalId" = ${hospitalId}::uuid GROUP BY 2
    UNION ALL
    SELECT 'invitation', i."direction"::text, count(*)::int FROM "DoctorInvitation" i
    WHERE i."hospitalId" = ${hospitalId}::uuid AND i."status" = 'PENDING' AND i."expiresAt" > now() GROUP BY 2
    UNION ALL
    SELECT 'request', 'BED', count(*)::int FROM "BedBooking" b WHERE b."hospitalId" = ${hospitalId}::uuid AND b."status" = 'REQUESTED'
    UNION ALL
    SELECT 'request', 'AMBULANCE', count(*)::int FROM "AmbulanceOffer" o WHERE o."hospitalId" = ${hospitalId}::uuid AND o."status" = 'OPEN'`;
  return (kind: Counted["kind"], status: string) =>
    rows.find((row) => row.kind === kind && row.status === status)?.count ?? 0;
}

async function medianStay(tx: Tx, hospitalId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ seconds: number | null }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY date_part('epoch', b."dischargedAt" - b."admittedAt")) AS "seconds"
    FROM "BedBooking" b
    WHERE b."hospitalId" = ${hospitalId}::uuid AND b."dischargedAt" > now() - interval '720 hours' AND b."dischargedAt" <= now()`;
  return toTenth(row?.seconds ?? null, 3600);
}
