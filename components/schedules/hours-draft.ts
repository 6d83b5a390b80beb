import type {
  HoursExceptionInput,
  ScheduleDraft,
  ScheduleOutput,
  WeeklyRuleInput,
} from "@/lib/domain/schedules/schema";
import { minutesOf } from "@/lib/platform/time/wall-clock";

export type Weekday = WeeklyRuleInput["weekday"];

export const WEEKDAYS: { day: Weekday; name: string }[] = [
  { day: 1, name: "Monday" },
  { day: 2, name: "Tuesday" },
  { day: 3, name: "Wednesday" },
  { day: 4, name: "Thursday" },
  { day: 5, name: "Friday" },
  { day: 6, name: "Saturday" },
  { day: 7, name: "Sunday" },
];

export type DraftInterval = { key: number; start: string; end: string };
export type DraftRule = DraftInterval & { weekday: Weekday; validFrom: string; validTo: string };
export type DraftException = {
  key: number;
  kind: HoursExceptionInput["kind"];
  date: string;
  intervals: DraftInterval[] | null;
};

/** Hours as they are typed: numbers are text, optional values may be empty, and rows have keys. */
export type HoursDraft = {
  hospitalId: string | null;
  timeZone: string;
  slotMinutes: string;
  stepMinutes: string;
  bufferBeforeMinutes: string;
  bufferAfterMinutes: string;
  minNoticeMinutes: string;
  horizonDays: string;
  cancellationNoticeMinutes: string;
  mostVisitsPerDay: string;
  mostVisitsPerPatientPerDay: string;
  mostNewPatientsPerDay: string;
  autoConfirm: boolean;
  rules: DraftRule[];
  exceptions: DraftException[];
};

/** A schedule, or a place without one. */
export type HoursBase = Omit<ScheduleOutput, "id" | "doctorId" | "version"> & {
  id: string | null;
  version: number | null;
};

let lastKey = 0;
const nextKey = () => ++lastKey;

export const newInterval = (start = "09:00", end = "12:00"): DraftInterval => ({ key: nextKey(), start, end });

export const newException = (date: string, made: Pick<DraftException, "kind" | "intervals">): DraftException => ({
  key: nextKey(),
  date,
  ...made,
});

/** The initial hours of a new place. */
export function emptyHours(hospitalId: string | null, timeZone: string): HoursBase {
  return {
    ...{
      id: null,
      version: null,
      hospitalId,
      timeZone,
      slotMinutes: 30,
      stepMinutes: null,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
    },
    ...{ minNoticeMinutes: 60, horizonDays: 60, autoConfirm: true, cancellationNoticeMinutes: 1440 },
    ...{
      mostVisitsPerDay: null,
      mostVisitsPerPatientPerDay: null,
      mostNewPatientsPerDay: null,
      rules: [],
      exceptions: [],
    },
  };
}

const textOf = (number: number | null) => (number === null ? "" : String(number));

export function draftOf(hours: HoursBase): HoursDraft {
  return {
    hospitalId: hours.hospitalId,
    timeZone: hours.timeZone,
    slotMinutes: String(hours.slotMinutes),
    stepMinutes: textOf(hours.stepMinutes),
    bufferBeforeMinutes: String(hours.bufferBeforeMinutes),
    bufferAfterMinutes: String(hours.bufferAfterMinutes),
    minNoticeMinutes: String(hours.minNoticeMinutes),
    horizonDays: String(hours.horizonDays),
    cancellationNoticeMinutes: String(hours.cancellationNoticeMinutes),
    mostVisitsPerDay: textOf(hours.mostVisitsPerDay),
    mostVisitsPerPatientPerDay: textOf(hours.mostVisitsPerPatientPerDay),
    mostNewPatientsPerDay: textOf(hours.mostNewPatientsPerDay),
    autoConfirm: hours.autoConfirm,
    rules: hours.rules.map(({ weekday, start, end, validFrom, validTo }) => ({
      ...newInterval(start, end),
      weekday,
      validFrom: validFrom ?? "",
      validTo: validTo ?? "",
    })),
    exceptions: hours.exceptions.map(({ kind, date, intervals }) => ({
      key: nextKey(),
      kind,
      date,
      intervals: intervals?.map(({ start, end }) => newInterval(start, end)) ?? null,
    })),
  };
}

/** The draft as the server expects it; its rows keep their order, so that errors find their fields. */
export function inputOf(draft: HoursDraft, version: number | null): ScheduleDraft {
  const number = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));
  const optional = (text: string) => (text.trim() === "" ? null : number(text));
  const plain = ({ start, end }: DraftInterval) => ({ start, end });
  return {
    ...(version === null ? {} : { version }),
    hospitalId: draft.hospitalId,
    timeZone: draft.timeZone,
    slotMinutes: number(draft.slotMinutes),
    stepMinutes: optional(draft.stepMinutes),
    bufferBeforeMinutes: number(draft.bufferBeforeMinutes),
    bufferAfterMinutes: number(draft.bufferAfterMinutes),
    minNoticeMinutes: number(draft.minNoticeMinutes),
    horizonDays: number(draft.horizonDays),
    cancellationNoticeMinutes: number(draft.cancellationNoticeMinutes),
    mostVisitsPerDay: optional(draft.mostVisitsPerDay),
    mostVisitsPerPatientPerDay: optional(draft.mostVisitsPerPatientPerDay),
    mostNewPatientsPerDay: optional(draft.mostNewPatientsPerDay),
    autoConfirm: draft.autoConfirm,
    rules: draft.rules.map(({ weekday, validFrom, validTo, ...span }) => ({
      weekday,
      ...plain(span),
      ...(validFrom ? { validFrom } : {}),
      ...(validTo ? { validTo } : {}),
    })),
    exceptions: draft.exceptions.map(({ kind, date, intervals }) =>
      kind === "block"
        ? { kind, date, intervals: intervals?.map(plain) ?? null }
        : { kind, date, intervals: (intervals ?? []).map(plain) },
    ),
  };
}

/** Tells whether two drafts would be saved alike. */
export function isSame(a: HoursDraft, b: HoursDraft): boolean {
  return JSON.stringify(inputOf(a, null)) === JSON.stringify(inputOf(b, null));
}

/** Copies one weekday's hours to others, replacing theirs. */
export function copyDay(rules: DraftRule[], from: Weekday, to: Weekday[]): DraftRule[] {
  const own = rules.filter(({ weekday }) => weekday === from);
  const kept = rules.filter(({ weekday }) => weekday === from || !to.includes(weekday));
  const copies = to
    .filter((day) => day !== from)
    .flatMap((weekday) => own.map((rule) => ({ ...rule, key: nextKey(), weekday })));
  return [...kept, ...copies];
}

/** Another interval for a weekday: after its last one, else the morning. */
export function addedRule(rules: DraftRule[], weekday: Weekday): DraftRule {
  const ends = rules.filter((rule) => rule.weekday === weekday).map(({ end }) => minutesOf(end));
  const isAfternoon = ends.some((end) => end > 9 * 60 && end <= 13 * 60);
  const span = isAfternoon
    ? newInterval("13:00", "17:00")
    : ends.length > 0
      ? newInterval("18:00", "20:00")
      : newInterval();
  return { ...span, weekday, validFrom: "", validTo: "" };
}

/** Minutes open in a week without exceptions, overnight included; only hours valid on the date count. */
export function weeklyMinutes(rules: ScheduleOutput["rules"], date: string): number {
  const valid = rules.filter(
    ({ validFrom, validTo }) => (!validFrom || validFrom <= date) && (!validTo || validTo >= date),
  );
  return valid.reduce((sum, { start, end }) => sum + ((minutesOf(end) - minutesOf(start) + 1440) % 1440 || 1440), 0);
}
