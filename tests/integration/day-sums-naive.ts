import { db } from "@/lib/platform/db/db";
import { CALL_COUNTS, STAY_COUNTS, VISIT_COUNTS } from "@/lib/domain/analytics/status";

type Sums = Map<string, Record<string, number>>;

/** The date and the hour in a place, by a calendar that is not ours. */
function clockIn(timeZone: string) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    ...{
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      hourCycle: "h23",
      timeZoneName: "longOffset",
    },
  });
  return (at: Date) => {
    const of = (type: string) => format.formatToParts(at).find((part) => part.type === type)?.value ?? "";
    return { day: `${of("year")}-${of("month")}-${of("day")}`, hour: Number(of("hour")) };
  };
}

function add(sums: Sums, keys: string[], counts: Record<string, number>) {
  for (const key of keys) {
    const sum = sums.get(key) ?? {};
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
    sums.set(key, sum);
  }
}

const seconds = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000;
const camel = (status: string) => status.toLowerCase().replace(/_./g, (two) => two[1]!.toUpperCase());

/** Counts every appointment of the database, one by one. */
export async function visitsNaively(): Promise<Sums> {
  const sums: Sums = new Map();
  const visits = await db.appointment.findMany({
    where: { holdExpiresAt: null },
    include: { hospital: true, doctor: true, reminderSent: true },
  });
  for (const visit of visits) {
    const { status, startsAt, endsAt, createdAt, hospitalId, doctorId, checkedInAt, startedAt } = visit;
    const { day, hour } = clockIn((visit.hospital ?? visit.doctor).timeZone)(startsAt);
    const early = Math.max(0, seconds(createdAt, startsAt));
    const minutes = seconds(startsAt, endsAt) / 60;
    const wait = checkedInAt && startedAt ? Math.round(Math.max(0, seconds(checkedInAt, startedAt))) : null;
    const came = ["CHECKED_IN", "IN_PROGRESS", "COMPLETED"].includes(status);
    const counts = {
      [camel(status)]: 1,
      attending: visit.attendanceConfirmedAt ? 1 : 0,
      leadMinutes: Math.floor(early / 60),
      ...(wait === null ? {} : { waited: 1, waitSeconds: wait, waitedLong: wait > 1800 ? 1 : 0 }),
      bookedMinutes: came || ["PENDING", "CONFIRMED", "NO_SHOW", "LEFT"].includes(status) ? minutes : 0,
      cameMinutes: came ? minutes : 0,
    };
    const lead = [1, 3, 7, 14, 30].filter((days) => early >= days * 86_400).length;
    const reminded = visit.reminderSent?.startsAt.getTime() === startsAt.getTime() ? 1 : 0;
    const parts = ["ALL 0", `HOUR ${hour}`, `LEAD ${lead}`, `REMINDED ${reminded}`];
    const owners = [`${hospitalId} ${doctorId}`, "null null", ...(hospitalId ? [`${hospitalId} null`] : [])];
    add(
      sums,
      owners.flatMap((owner) => parts.map((part) => `${owner} ${day} ${part}`)),
      counts,
    );
  }
  await addOffers(sums);
  return sums;
}

async function addOffers(sums: Sums) {
  for (const offer of await db.waitlistOffer.findMany({ include: { hospital: true, doctor: true } })) {
    const { hospitalId, doctorId, startsAt, endsAt, status, replacedStartsAt } = offer;
    const { day } = clockIn((offer.hospital ?? offer.doctor).timeZone)(startsAt);
    const owners = [`${hospitalId} ${doctorId}`, "null null", ...(hospitalId ? [`${hospitalId} null`] : [])];
    const taken = status === "ACCEPTED" ? 1 : 0;
    add(
      sums,
      owners.map((owner) => `${owner} ${day} ALL 0`),
      {
        offers: 1,
        offersTaken: taken,
        filledMinutes: (taken * seconds(startsAt, endsAt)) / 60,
        earlierMinutes: taken * Math.max(0, Math.floor(seconds(startsAt, replacedStartsAt ?? startsAt) / 60)),
      },
    );
  }
}

/** Counts every stay of the database, one by one. */
export async function staysNaively(): Promise<Sums> {
  const sums: Sums = new Map();
  const stays = await db.bedStay.findMany({ include: { hospital: true, booking: true }, orderBy: { startsAt: "asc" } });
  for (const stay of stays) {
    const { hospitalId, wardId, bookingId, bedId, startsAt, endsAt } = stay;
    const { timeZone } = stay.hospital;
    const note = (at: Date, counts: (sinceMidnight: number) => Record<string, number>) => {
      const { day } = clockIn(timeZone)(at);
      const owners = [`${hospitalId} ${wardId}`, `${hospitalId} null`, "null null"];
      add(
        sums,
        owners.map((owner) => `${owner} ${day}`),
        counts(sinceMidnightIn(timeZone, at)),
      );
    };
    const before = stays.filter((other) => other.bedId === bedId && other.startsAt < startsAt).at(-1)?.endsAt;
    note(startsAt, (since) => ({ came: 1, cameSeconds: since }));
    if (before) note(startsAt, () => ({ turned: 1, emptySeconds: seconds(before, startsAt) }));
    if (endsAt) note(endsAt, (since) => ({ went: 1, wentSeconds: since }));
    const ofBooking = stays.filter((other) => other.bookingId === bookingId);
    const { admittedAt, dischargedAt } = stay.booking;
    if (admittedAt && ofBooking[0] === stay) note(admittedAt, () => ({ admitted: 1 }));
    if (admittedAt && dischargedAt && ofBooking.at(-1) === stay)
      note(dischargedAt, () => ({ discharged: 1, staySeconds: seconds(admittedAt, dischargedAt) }));
  }
  return sums;
}

/** Places of these tests never change their clocks. */
function sinceMidnightIn(timeZone: string, at: Date): number {
  const offset = timeZone === "Asia/Kathmandu" ? 20_700 : 0;
  return (((at.getTime() / 1000 + offset) % 86_400) + 86_400) % 86_400;
}

/** Counts every call that a hospital took, one by one. */
export async function callsNaively(): Promise<Sums> {
  const sums: Sums = new Map();
  const calls = await db.ambulanceBooking.findMany({
    where: { hospitalId: { not: null } },
    include: { hospital: true },
  });
  for (const { hospitalId, hospital, createdAt, status, dispatchedAt, onSceneAt } of calls) {
    const { day } = clockIn(hospital!.timeZone)(createdAt);
    const reach = onSceneAt ? seconds(createdAt, onSceneAt) : null;
    add(sums, [`${hospitalId} ${day}`, `null ${day}`], {
      calls: 1,
      completed: status === "COMPLETED" ? 1 : 0,
      cancelled: status === "CANCELLED" ? 1 : 0,
      ...(dispatchedAt ? { dispatched: 1, dispatchSeconds: seconds(createdAt, dispatchedAt) } : {}),
      ...(reach === null ? {} : { reached: 1, reachSeconds: reach }),
      withinEight: reach !== null && reach <= 480 ? 1 : 0,
      withinFifteen: reach !== null && reach <= 900 ? 1 : 0,
    });
  }
  return sums;
}

/** What is stored, in the same form: rows in which something is counted. */
export async function sumsStored() {
  const dayOf = ({ day }: { day: Date }) => day.toISOString().slice(0, 10);
  const stored = <T extends object>(rows: T[], key: (row: T) => string, names: readonly string[]): Sums =>
    new Map(rows.map((row) => [key(row), Object.fromEntries(names.map((n) => [n, Number(row[n as keyof T])]))]));
  return {
    visits: stored(
      await db.visitDay.findMany(),
      (row) => `${row.hospitalId} ${row.doctorId} ${dayOf(row)} ${row.part} ${row.key}`,
      VISIT_COUNTS.filter((name) => name !== "offeredMinutes"),
    ),
    stays: stored(await db.stayDay.findMany(), (row) => `${row.hospitalId} ${row.wardId} ${dayOf(row)}`, STAY_COUNTS),
    calls: stored(await db.callDay.findMany(), (row) => `${row.hospitalId} ${dayOf(row)}`, CALL_COUNTS),
  };
}
