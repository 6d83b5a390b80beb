import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inSnapshot } from "@/lib/platform/db/snapshot";
import { notFound } from "@/lib/platform/errors/app-error";
import { countWards } from "./internal/count-wards";
import { medianStay, momentAtHospital, otherCounts, visitsOfDay } from "./statements/now";
import { canSeeNumbers } from "./policy";
import { toTenth } from "./rules";
import type { HospitalStats } from "./schema";

type Today = HospitalStats["appointments"]["today"];

/**
 * Returns the hospital's numbers at this moment, for its staff. All are read in one snapshot, whose start is `asOf`,
 * the day and the "now" of the views alike, so no number is of another moment than the rest. Today is the hospital's
 * own calendar day. Whatever has expired (a hold, a reservation, an invitation) no longer counts, even before its timer
 * has run. Throws `not-found` for everyone else.
 */
export async function getHospitalStats(actor: Actor, hospitalId: string): Promise<HospitalStats> {
  if (!canSeeNumbers(actor, hospitalId)) throw notFound();
  return inSnapshot(async (tx) => {
    const [hospital] = await momentAtHospital(tx, hospitalId);
    if (!hospital) throw notFound();
    const { asOf, timeZone } = hospital;
    const date = localDateAt(asOf, timeZone);
    const wards = await countWards(tx, hospitalId);
    const { medianWaitMinutes, today } = await countVisits(tx, hospitalId, {
      from: startOfLocalDate(date, timeZone),
      to: startOfLocalDate(shiftDate(date, 1), timeZone),
    });
    const of = await countOthers(tx, hospitalId);
    const [stay] = await medianStay(tx, hospitalId);
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
      medianStayHours: toTenth(stay?.seconds ?? null, 3600),
    };
  });
}

/** Visits by status, and how long started ones waited after check-in. */
async function countVisits(
  tx: Tx,
  hospitalId: string,
  day: { from: Date; to: Date },
): Promise<{ today: Today; medianWaitMinutes: number | null }> {
  const rows = await visitsOfDay(tx, hospitalId, day);
  const of = (status: string | null) => rows.find((row) => row.status === status);
  const today = Object.fromEntries(APPOINTMENT_STATUSES.map((status) => [status, of(status)?.count ?? 0])) as Today;
  return { today, medianWaitMinutes: toTenth(of(null)?.seconds ?? null, 60) };
}

async function countOthers(tx: Tx, hospitalId: string) {
  const rows = await otherCounts(tx, hospitalId);
  return (kind: (typeof rows)[number]["kind"], status: string) =>
    rows.find((row) => row.kind === kind && row.status === status)?.count ?? 0;
}
