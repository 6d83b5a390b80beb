import { localDateAt, shiftDate } from "@/lib/platform/time/local-date";
import { DAY_MS, MINUTE_MS, parseLocalDate } from "@/lib/platform/time/iso-text";
import { minutesOf } from "@/lib/platform/time/wall-clock";
import { zoneClock } from "@/lib/platform/time/zone-clock";
import { ALWAYS, USUAL, type ChoiceChannel, type Topic } from "./status";

/** What someone has turned on or off; the rest is as usual. */
export type Choices = Partial<Record<Topic, Partial<Record<ChoiceChannel, boolean>>>>;
/** Local times, `HH:mm`; the end may be on the next day. */
export type QuietHours = { from: string; until: string };
export type Preference = { choices: Choices; quietHours: QuietHours | null; timeZone: string };

/** In which capacity someone is told. */
type Side = "patient" | "doctor" | "hospital" | "admin";

const OF_REASON: readonly [RegExp, Topic][] = [
  [/^(ambulance-booking|emergency-access\.opened$)/, "EMERGENCIES"],
  [/^(appointment\.reminded$|answers\b|recall\.)/, "REMINDERS"],
  [/^conversation\.practice-wrote$/, "MESSAGES"],
  [/^conversation\./, "WORK_MESSAGES"],
  [/^(appointment|waitlist)\b/, "VISITS"],
  [/^bed-booking\./, "STAYS"],
  [/^(patient-access|family-invitation)\./, "FAMILY"],
  [/^(patient|encounter|prescription|record-grant|record-link|emergency-access)\./, "RECORDS"],
  [/^(doctor|hospital|invitation|affiliation|staff)\./, "WORK"],
];

/**
 * Returns what a message for an account is about, by its reason; null when it is about the account itself, such as a new password:
 * that is always sent, and at once.
 */
export function topicOf(reason: string, side: Side = "patient"): Topic | null {
  const topic = OF_REASON.find(([pattern]) => pattern.test(reason))?.[1] ?? null;
  if (side === "patient" || topic === "WORK_MESSAGES") return topic;
  return "WORK";
}

/** A visit that is closer than this doesn't wait for the morning. */
const SOON_MS = DAY_MS;

/**
 * Tells whether a message doesn't wait for the end of quiet hours: emergencies; a hospital stay, whose bed is kept for hours; and
 * what has become of a visit within a day. `startsAt` is null where it isn't known, or may have been soon before it was moved.
 */
export function isUrgent(reason: string, startsAt: Date | null, now: Date): boolean {
  if (/^(ambulance-booking|emergency-access\.opened|bed-booking)\b/.test(reason)) return true;
  if (!reason.startsWith("appointment.") || reason === "appointment.reminded") return false;
  return startsAt === null || reason === "appointment.rescheduled" || startsAt.getTime() - now.getTime() < SOON_MS;
}

/** Tells whether someone wants to hear of a topic by a channel. */
export function isWanted(topic: Topic, channel: ChoiceChannel, choices: Choices): boolean {
  if (ALWAYS[topic].includes(channel)) return true;
  return choices[topic]?.[channel] ?? USUAL[topic].includes(channel);
}

/** Returns when the quiet hours are over in which an instant lies; null outside of them. */
export function quietUntil(at: Date, hours: QuietHours | null, timeZone: string): Date | null {
  const clock = zoneClock(timeZone);
  if (!hours || !clock) return null;
  const [from, until] = [minutesOf(hours.from), minutesOf(hours.until)];
  const today = localDateAt(at, timeZone);
  for (const date of [shiftDate(today, -1), today]) {
    const day = parseLocalDate(date);
    const [start, end] = [clock.at(day, from), clock.at(until > from ? day : day + 1, until)];
    if (start <= at.getTime() && at.getTime() < end) return new Date(end);
  }
  return null;
}

/** A message as the choices see it. `topic`: null for what no one chooses. */
export type Governed = {
  topic: Topic | null;
  channel: ChoiceChannel;
  isUrgent: boolean;
  expiresAt: Date | null;
};

/** Someone needs this long to act on what has an end, such as an offer. */
const TO_ACT_MS = 30 * MINUTE_MS;

/**
 * The one decision on a message that could go out at an instant: from when it may, or null when it isn't wanted. What would leave too
 * little time to act after the quiet hours doesn't wait for their end.
 */
export function sendableAt(message: Governed, { choices, quietHours, timeZone }: Preference, at: Date): Date | null {
  const { topic, channel, expiresAt } = message;
  if (topic === null) return at;
  if (!isWanted(topic, channel, choices)) return null;
  const end = message.isUrgent ? null : quietUntil(at, quietHours, timeZone);
  return end === null || (expiresAt !== null && expiresAt.getTime() - end.getTime() < TO_ACT_MS) ? at : end;
}

/** By the clock of the place: when a phone without an account, whose owner can't set quiet hours, gets no text. */
const NIGHT: QuietHours = { from: "21:00", until: "08:00" };

/**
 * Returns when a text about a visit that is due goes to the phone of someone without an account: at night it waits until the morning, unless it is
 * urgent, as long as that leaves time to act before the visit, as after an account's quiet hours.
 */
export function textableAt(
  { startsAt, timeZone, isUrgent = false }: { startsAt: Date; timeZone: string; isUrgent?: boolean },
  due: Date,
): Date {
  const text = { topic: "REMINDERS", channel: "SMS", isUrgent, expiresAt: startsAt } as const;
  return sendableAt(text, { choices: {}, quietHours: NIGHT, timeZone }, due) ?? due;
}

/** Tells whether a mail about a topic says how to stop the next ones. */
export function canStop(topic: Topic | null): topic is Topic {
  return topic !== null && !ALWAYS[topic].includes("EMAIL");
}
