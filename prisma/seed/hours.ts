import type { OfferedSchedule } from "@/lib/domain/schedules/rules";
import type { HoursException, WeeklyRule } from "@/lib/domain/schedules/slots";
import { localDateAt, shiftDate } from "@/lib/platform/time/local-date";
import { zoneNamed } from "@/lib/platform/time/zone";
import type { DemoDoctor } from "./doctors";
import { CITIES } from "./places";
import { DAY, MINUTE, type World } from "./world";

export type DemoSchedule = OfferedSchedule & { doctorId: string; createdAt: Date };

const on = (weekdays: string, ...spans: string[]): WeeklyRule[] =>
  [...weekdays].flatMap((weekday) =>
    spans.map((span) => {
      const [start = "", end = ""] = span.split("-");
      return { weekday: Number(weekday) as WeeklyRule["weekday"], start, end };
    }),
  );

const CLINIC = [
  on("12345", "08:30-12:30", "13:30-17:00"),
  [...on("135", "09:00-13:00", "14:00-18:00"), ...on("24", "11:00-19:00")],
  on("1234", "08:00-12:00", "12:30-16:30"),
];
const PRACTICE = [
  [...on("1245", "09:00-12:00", "14:00-18:00"), ...on("3", "09:00-12:30")],
  [...on("234", "10:00-13:00", "14:00-19:00"), ...on("6", "09:00-13:00")],
];
const CLINIC_DAYS = on("135", "08:30-12:30", "13:30-16:30");
const PRACTICE_DAYS = on("24", "09:00-12:00", "13:00-18:00");
const WEEKEND = on("67", "10:00-16:00");

/** Creates the hours of one doctor at one or two places, in the places' zone. */
export function makeHours(world: World, doctor: DemoDoctor, index: number): DemoSchedule[] {
  const { chance } = world;
  const isDemo = index === 0;
  const both = doctor.works === "both";
  const schedules: DemoSchedule[] = [];
  if (doctor.hospital) {
    const rules = both ? [...CLINIC_DAYS] : [...chance.pick(CLINIC)];
    // Some work on weekends.
    if (!both && index % 4 === 1) rules.push(...WEEKEND);
    schedules.push(place(world, doctor, doctor.hospital.id, rules, { autoConfirm: !isDemo && chance.is(0.7) }));
  }
  if (doctor.works !== "hospital") {
    schedules.push(place(world, doctor, null, both ? PRACTICE_DAYS : chance.pick(PRACTICE), { autoConfirm: true }));
  }
  const [first] = schedules;
  if (first)
    first.exceptions = [...exceptionsOf(world, doctor, index), ...(isDemo ? openNow(world, first.timeZone) : [])];
  return schedules;
}

function place(
  { chance, now }: World,
  doctor: DemoDoctor,
  hospitalId: string | null,
  rules: WeeklyRule[],
  more: { autoConfirm: boolean },
): DemoSchedule {
  const slotMinutes = doctor.services[0]?.durationMinutes ?? 30;
  const bufferAfterMinutes = chance.pick([0, 0, 5, 10]);
  const createdAt = new Date(now.getTime() - chance.int(100, 120) * DAY);
  return {
    id: chance.id(createdAt),
    doctorId: doctor.id,
    hospitalId,
    timeZone: CITIES[doctor.city].timeZone,
    slotMinutes,
    // The step includes the buffer, so that a full day leaves no gaps.
    stepMinutes: slotMinutes + bufferAfterMinutes,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes,
    minNoticeMinutes: chance.pick([30, 60, 120]),
    horizonDays: 75,
    cancellationNoticeMinutes: chance.pick([720, 1440]),
    rules,
    exceptions: [],
    createdAt,
    ...more,
  };
}

/** A week off here, two extra Saturdays there, an afternoon of teaching. */
function exceptionsOf({ chance, now }: World, doctor: DemoDoctor, index: number): HoursException[] {
  const date = localDateAt(now, CITIES[doctor.city].timeZone);
  const later = (days: number) => shiftDate(date, days);
  if (index % 7 === 3) {
    const first = chance.int(10, 30);
    return Array.from({ length: 7 }, (_, n) => ({ kind: "replace" as const, date: later(first + n), intervals: [] }));
  }
  const saturday = (6 - new Date(date).getUTCDay() + 7) % 7 || 7;
  if (index % 7 === 0) {
    return [saturday, saturday + 14].map((days) => ({
      kind: "add",
      date: later(days),
      intervals: [{ start: "09:00", end: "13:00" }],
    }));
  }
  if (index % 7 === 5) {
    return [{ kind: "block", date: later(saturday + 4), intervals: [{ start: "13:00", end: "24:00" }] }];
  }
  return [];
}

/** The demo's doctor is at work whenever it starts: two hours back, three hours on. */
function openNow({ now }: World, zone: string): HoursException[] {
  const date = localDateAt(now, zone);
  const isSameDay = localDateAt(later(now, -120), zone) === date;
  const start = isSameDay ? `${localHourAt(later(now, -120), zone)}:00` : "00:00";
  const end = `${localHourAt(later(now, 240), zone)}:00`;
  return [{ kind: "add", date, intervals: [{ start, end }] }];
}

const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * MINUTE);

/** Returns the hour `HH` in a zone. */
function localHourAt(at: Date, timeZone: string): string {
  const local = at.getTime() + (zoneNamed(timeZone)?.offsetAt(at.getTime()) ?? 0);
  return new Date(local).toISOString().slice(11, 13);
}
