import { dueSteps } from "@/lib/domain/reminders/rules";
import { USUAL_RULE } from "@/lib/domain/reminders/status";
import type { Visit } from "./visits";
import { MINUTE, type World } from "./world";

/** Whole days as 24 hours each: a change of the clocks moves no reminder of the demo. */
const CLOCK = { offsetAt: () => 0, instantOf: (local: number) => local };

/** Returns the latest reminder that a visit's patient has had by now, and when; null for none yet. */
export function latestReminder({ status, startsAt, confirmedAt }: Visit, now: Date) {
  if (status !== "CONFIRMED" || !confirmedAt) return null;
  const visit = { startsAt: new Date(startsAt), agreedAt: new Date(confirmedAt) };
  const { minutesBefore } = dueSteps(visit, USUAL_RULE, CLOCK, { since: visit.agreedAt, now });
  return minutesBefore === null
    ? null
    : { minutesBefore, at: new Date(visit.startsAt.getTime() - minutesBefore * MINUTE) };
}

/** Lets two of three patients who were reminded say that they will come; the demo's own patient is still asked. */
export function answerReminders({ now }: World, visits: readonly Visit[], own: { id: string }): Visit[] {
  let reminded = 0;
  return visits.map((visit) => {
    const reminder = visit.patientId === own.id ? null : latestReminder(visit, now);
    if (!reminder || reminded++ % 3 === 2) return visit;
    const attendanceConfirmedAt = new Date(Math.min(reminder.at.getTime() + 12 * MINUTE, now.getTime()));
    const version = (visit.version ?? 1) + 1;
    return { ...visit, attendanceConfirmedAt, updatedAt: attendanceConfirmedAt, version };
  });
}
