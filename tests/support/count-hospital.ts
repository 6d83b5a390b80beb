import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { db } from "@/lib/platform/db/db";

/**
 * A hospital's numbers at a moment, counted again naively: reads all rows, one thing after the other. Uses none of the
 * product's views and statements.
 */
export async function countNaively(hospitalId: string, asOf: string) {
  const now = Date.parse(asOf);
  const where = { hospitalId };
  const { timeZone } = await db.hospital.findUniqueOrThrow({ where: { id: hospitalId } });
  const [wards, beds, stays, vehicles, calls, offers, affiliations, invitations, appointments, closures] =
    await Promise.all([
      db.ward.findMany({ where }),
      db.bed.findMany({ where }),
      db.bedBooking.findMany({ where }),
      db.ambulance.findMany({ where }),
      db.ambulanceBooking.findMany({ where }),
      db.ambulanceOffer.findMany({ where }),
      db.affiliation.findMany({ where }),
      db.doctorInvitation.findMany({ where }),
      db.appointment.findMany({ where }),
      db.wardClosure.findMany({ where, include: { beds: true } }),
    ]);
  const open = wards.filter(({ removedAt }) => !removedAt).sort((a, b) => (a.name < b.name ? -1 : 1));
  const isClosed = (bed: (typeof beds)[number]) =>
    closures.some(
      (one) =>
        ["PREPARED", "ANNOUNCED"].includes(one.status) &&
        one.startsAt.getTime() <= now &&
        (one.endsAt?.getTime() ?? Infinity) > now &&
        (one.isWholeWard ? one.wardId === bed.wardId : one.beds.some(({ bedId }) => bedId === bed.id)),
    );
  const conditionOf = (bed: (typeof beds)[number]) => {
    const own = stays.filter(({ bedId }) => bedId === bed.id);
    if (own.some(({ status }) => status === "ADMITTED")) return "occupied";
    if (isClosed(bed)) return "closed";
    if (bed.state === "OUT_OF_SERVICE") return "outOfService";
    if (bed.state === "CLEANING") return "cleaning";
    return own.some(
      ({ status, reservedUntil }) => status === "RESERVED" && reservedUntil && reservedUntil.getTime() > now,
    )
      ? "reserved"
      : "free";
  };
  const countBeds = (wardIds: string[]) => {
    const counts = { total: 0, free: 0, reserved: 0, occupied: 0, cleaning: 0, outOfService: 0, closed: 0 };
    for (const bed of beds) {
      if (bed.removedAt || !wardIds.includes(bed.wardId)) continue;
      counts.total += 1;
      counts[conditionOf(bed)] += 1;
    }
    return counts;
  };
  const isOut = (id: string) =>
    calls.some(
      ({ ambulanceId, status }) =>
        ambulanceId === id && ["DISPATCHED", "EN_ROUTE", "ON_SCENE", "TRANSPORTING", "ARRIVED"].includes(status),
    );
  const fleet = vehicles.filter(({ removedAt }) => !removedAt);
  const onCall = fleet.filter(({ id }) => isOut(id)).length;
  const broken = fleet.filter(({ id, state }) => !isOut(id) && state === "OUT_OF_SERVICE").length;
  const pending = (direction: string) =>
    invitations.filter(
      (one) => one.direction === direction && one.status === "PENDING" && one.expiresAt.getTime() > now,
    ).length;
  const date = localDateAt(asOf, timeZone);
  const [from, to] = [startOfLocalDate(date, timeZone), startOfLocalDate(shiftDate(date, 1), timeZone)];
  const day = appointments.filter(({ startsAt }) => startsAt >= from && startsAt < to);
  const statusOf = (one: (typeof day)[number]) =>
    one.status === "HELD" && one.holdExpiresAt && one.holdExpiresAt.getTime() <= now ? "EXPIRED" : one.status;
  const waits = day.flatMap(({ checkedInAt, startedAt }) =>
    checkedInAt && startedAt ? [startedAt.getTime() - checkedInAt.getTime()] : [],
  );
  const lengths = stays.flatMap(({ admittedAt, dischargedAt }) =>
    admittedAt && dischargedAt && dischargedAt.getTime() > now - 720 * 3_600_000 && dischargedAt.getTime() <= now
      ? [dischargedAt.getTime() - admittedAt.getTime()]
      : [],
  );
  return {
    hospitalId,
    asOf,
    date,
    doctors: {
      active: affiliations.filter(({ status }) => status === "ACTIVE").length,
      suspended: affiliations.filter(({ status }) => status === "SUSPENDED").length,
      invited: pending("INVITATION"),
    },
    appointments: {
      today: Object.fromEntries(
        APPOINTMENT_STATUSES.map((status) => [status, day.filter((one) => statusOf(one) === status).length]),
      ),
    },
    beds: countBeds(open.map(({ id }) => id)),
    wards: open.map(({ id, name, kind }) => ({ id, name, kind, ...countBeds([id]) })),
    ambulances: { total: fleet.length, available: fleet.length - onCall - broken, onCall, outOfService: broken },
    requests: {
      beds: stays.filter(({ status }) => status === "REQUESTED").length,
      ambulances: offers.filter(({ status }) => status === "OPEN").length,
      invitations: pending("REQUEST"),
    },
    medianWaitMinutes: tenthOfMedian(waits, 60_000),
    medianStayHours: tenthOfMedian(lengths, 3_600_000),
  };
}

/** The middle value, or the mean of the middle two. */
function tenthOfMedian(values: number[], unit: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const median = Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
  return Math.round((median / unit) * 10) / 10;
}
