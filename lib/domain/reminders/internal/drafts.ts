import { placeText } from "@/lib/domain/appointments/place-text";
import type { MessageDraft } from "@/lib/domain/messages/queue-messages";
import { textableAt } from "@/lib/domain/preferences/rules";
import type { RowOf } from "@/lib/platform/db/statement";
import type { Letter } from "@/lib/platform/mail/letter";
import { isTextWritten } from "@/lib/platform/text-message/send-text";
import { whenText } from "@/lib/platform/time/when-text";
import type { duePlans, remindedOf } from "../statements";

export type DueVisit = Pick<
  RowOf<typeof duePlans>,
  "id" | "startsAt" | "timeZone" | "patientId" | "hospitalId" | "isVideo" | "place" | "address" | "city"
>;
export type Recipient = RowOf<typeof remindedOf>;

/** Whether there is a channel to someone: accounts have an email address, others only where texts are sent. */
export function isReachable({ userId, phone }: Recipient): boolean {
  return userId !== null || (phone !== null && isTextWritten());
}

/** How the keys of a visit's reminders begin: another time has other reminders. */
export function keyStartOf({ id, startsAt }: Pick<DueVisit, "id" | "startsAt">): string {
  return `reminder:${id}:${startsAt.toISOString()}:`;
}

/**
 * What is sent to one person about one reminder of a visit. The key names the visit's time: for another time there is another
 * reminder, for the same time never a second one. Nothing names the patient, the doctor or the reason.
 */
export function reminderDrafts(
  visit: DueVisit,
  { userId, phone }: Recipient,
  { which, link, now }: { which: string; link: string; now: Date },
): MessageDraft[] {
  const { id, startsAt, patientId, hospitalId } = visit;
  const key = `${keyStartOf(visit)}${which}:${userId ?? "phone"}`;
  const common = {
    reason: "appointment.reminded",
    about: `appointment:${id}`,
    patientId,
    hospitalId,
    expiresAt: startsAt,
  };
  const drafts: MessageDraft[] = [];
  if (userId !== null)
    drafts.push({
      ...common,
      key: `${key}:email`,
      userId,
      channel: "EMAIL",
      content: { letter: letterOf(visit, link) },
    });
  const text = { channel: "SMS", content: { text: textOf(visit, link) } } as const;
  if (phone !== null && isTextWritten()) {
    const to = userId === null ? { toAddress: phone, dueAt: textableAt(visit, now) } : { userId };
    drafts.push({ ...common, ...text, key: `${key}:sms`, ...to });
  }
  return drafts;
}

function letterOf(visit: DueVisit, link: string): Letter {
  const { startsAt, timeZone } = visit;
  return {
    subject: "A reminder from CareSync",
    body: [
      `This is a reminder of an appointment on ${whenText(startsAt, timeZone, "long")}.`,
      placeText(visit),
      "Let the practice know that you'll be there, choose another time or cancel. You don't need to sign in; the link works until the appointment begins.",
      { label: "Confirm, reschedule or cancel", href: link },
    ],
    why: "You get this email because you have a CareSync account, and this concerns you or someone you look after.",
  };
}

function textOf({ startsAt, timeZone }: DueVisit, link: string): string {
  return `Reminder of your appointment on ${whenText(startsAt, timeZone, "short")}. Confirm, reschedule or cancel: ${link}`;
}
