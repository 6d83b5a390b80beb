import { DAY_MS, MINUTE_MS } from "@/lib/platform/time/iso-text";
import type { ReminderRule } from "./status";

const DAY = 1440;

/** Someone who has just agreed to a time, or learned of a new one, needs no reminder yet. */
const SETTLING_MS = 60 * MINUTE_MS;
/** When on the day before those who haven't confirmed are put on the list of people to call: 9:00 of the place's clock. */
const CALLS_AT_MS = 9 * 60 * MINUTE_MS;

type Clock = { offsetAt(instant: number): number; instantOf(local: number): number };
export type PlannedVisit = { startsAt: Date; agreedAt: Date };

/** What is to be done about a visit at a time: remind its patient, or list them as someone to call. */
type Step = { at: number; minutesBefore: number | null };

/**
 * Returns when a reminder is due. Whole days are days of the place's calendar, at the same time of its clock, also over a
 * change of the clocks; anything else is elapsed time.
 */
function reminderAt(startsAt: Date, minutesBefore: number, clock: Clock): number {
  const start = startsAt.getTime();
  if (minutesBefore % DAY !== 0) return start - minutesBefore * MINUTE_MS;
  return clock.instantOf(start + clock.offsetAt(start) - minutesBefore * MINUTE_MS);
}

function callsAt(startsAt: Date, clock: Clock): number {
  const local = startsAt.getTime() + clock.offsetAt(startsAt.getTime());
  return clock.instantOf(Math.floor(local / DAY_MS) * DAY_MS - DAY_MS + CALLS_AT_MS);
}

/** All that a rule asks for, in the order of time. */
function stepsOf({ startsAt, agreedAt }: PlannedVisit, rule: ReminderRule, clock: Clock): Step[] {
  const steps: Step[] = rule.minutesBefore.map((minutesBefore) => ({
    at: reminderAt(startsAt, minutesBefore, clock),
    minutesBefore,
  }));
  if (rule.callsUnconfirmed) steps.push({ at: callsAt(startsAt, clock), minutesBefore: null });
  return steps
    .filter(({ at }) => at >= agreedAt.getTime() + SETTLING_MS && at < startsAt.getTime())
    .sort((a, b) => a.at - b.at);
}

/** Returns when something is to be done next about a visit, later than `after`; null for nothing. */
export function nextStepAt(visit: PlannedVisit, rule: ReminderRule, clock: Clock, after: Date): Date | null {
  const next = stepsOf(visit, rule, clock).find(({ at }) => at > after.getTime());
  return next ? new Date(next.at) : null;
}

export type DueSteps = { minutesBefore: number | null; callsUnconfirmed: boolean };

/**
 * Returns what has come due from `since` until `now`: one reminder at most, the latest, so that a worker that was down for
 * hours doesn't send three at once; none once the visit has begun.
 */
export function dueSteps(
  visit: PlannedVisit,
  rule: ReminderRule,
  clock: Clock,
  { since, now }: { since: Date; now: Date },
): DueSteps {
  if (visit.startsAt <= now) return { minutesBefore: null, callsUnconfirmed: false };
  const due = stepsOf(visit, rule, clock).filter(({ at }) => at >= since.getTime() && at <= now.getTime());
  const reminder = due.findLast(({ minutesBefore }) => minutesBefore !== null);
  return {
    minutesBefore: reminder?.minutesBefore ?? null,
    callsUnconfirmed: due.some(({ minutesBefore }) => minutesBefore === null),
  };
}
