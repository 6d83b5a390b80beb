/** When patients are reminded, in minutes before the start, the longest first; none: never. */
export type ReminderRule = {
  minutesBefore: number[];
  /** Whether those who haven't confirmed by the day before are on the list of people to call. */
  callsUnconfirmed: boolean;
};

const DAY = 1440;

/** The rule of a doctor and a hospital who have none of their own: three days, one day and two hours before. */
export const USUAL_RULE: ReminderRule = { minutesBefore: [3 * DAY, DAY, 120], callsUnconfirmed: false };

/** What a rule may say, as the database's CHECK does. */
export const MOST_REMINDERS = 5;
export const EARLIEST_MINUTES = 30 * DAY;
export const LATEST_MINUTES = 30;

/** The times a settings page offers. */
export const OFFERED_MINUTES = [7 * DAY, 3 * DAY, 2 * DAY, DAY, 240, 120, 60];

/** Brings the times of a rule into the order in which they are kept. */
export function inOrder(minutesBefore: readonly number[]): number[] {
  return [...new Set(minutesBefore)].sort((a, b) => b - a);
}
