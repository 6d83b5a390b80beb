import { unsafeListInvitations, type CalendarInvitation } from "@/lib/domain/appointments/list-invitations";
import { isNotifiable } from "@/lib/domain/contacts/rules";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { canStop } from "@/lib/domain/preferences/rules";
import { config } from "@/lib/platform/config/config";
import type { Sql } from "@/lib/platform/db/sql";
import type { Letter } from "@/lib/platform/mail/letter";
import { isMailSent } from "@/lib/platform/mail/send-mail";
import { routes } from "@/lib/site/routes";
import { notificationText } from "../format";
import { NEEDS_TIME, THREADS } from "../rules";
import { keepersOf } from "../statements";
import { draftBase, portalOf, type Told } from "./told";

/** Also sent, but only to those with the whole right for the patient: others read of it in the portal. */
const FOR_KEEPERS: readonly string[] = ["emergency-access.opened"];
/** Also sent: it can't wait until someone looks. */
const URGENT: readonly string[] = ["waitlist.offered"];
/** They have messages of their own, with links. */
const SENT_OTHERWISE: readonly string[] = ["appointment.reminded", NEEDS_TIME];
/** Those at work see it on their screens as it happens. */
const SEEN_AT_WORK = /^(appointment|bed-booking|ambulance-booking|record-grant|emergency-access)\./;
/** Someone who is looking reads a message at once, and needs no email about it. */
const LOOK_MS = 3 * 60_000;

/** What a calendar needs to know; also of what someone did themselves, so that their calendar has it. */
export const IN_CALENDARS: readonly string[] = [
  "appointment.booked",
  "appointment.confirmed",
  "appointment.declined",
  "appointment.cancelled",
  "appointment.rescheduled",
  "appointment.time-kept",
  "appointment.expired",
];

/**
 * Queues an email for each of these, where mail is sent. It says that something has changed and where to read it: the doctor and the
 * reason require signing in. About an appointment it brings an invitation for the calendar. The key of each makes a second one
 * impossible, however often the event comes.
 */
export async function mailNotifications(tx: Sql, told: Told[]): Promise<void> {
  if (!isMailSent() || told.length === 0) return;
  const dated = told.filter(isInCalendar);
  const invitations = await unsafeListInvitations([...new Set(dated.map(({ about }) => appointmentOf(about)))]);
  const drafts = told.flatMap((one) => {
    const calendar = isInCalendar(one) ? invitations.get(appointmentOf(one.about)) : undefined;
    // A visit that has begun, such as a walk-in's, needs no confirmation.
    if (!calendar && (one.type === "appointment.booked" || one.isOwnDoing)) return [];
    const content = { letter: letterOf(one, calendar), ...(calendar && { calendar }) };
    const key = `${one.eventId}:${one.userId}:email`;
    return [{ ...draftBase(one), ...afterALook(one.type), key, channel: "EMAIL" as const, content }];
  });
  await queueMessages(tx, drafts);
}

const appointmentOf = (about: string) => about.slice(about.indexOf(":") + 1);
const isInCalendar = ({ type, isPatients }: Told) => isPatients && IN_CALENDARS.includes(type);

/**
 * Returns what also leaves the portal as an email or a text message, if its reader wants it: what a patient must know or their calendar
 * needs, and what isn't seen at work anyway.
 */
export async function selectMailed(tx: Sql, told: Told[]): Promise<Told[]> {
  const patientIds = told.flatMap(({ type, patientId }) => (FOR_KEEPERS.includes(type) && patientId) || []);
  const keepers = patientIds.length > 0 ? await keepersOf(tx, patientIds) : [];
  const keeps = new Set(keepers.map(({ userId, patientId }) => `${userId} ${patientId}`));
  return told.filter(
    (one) =>
      !SENT_OTHERWISE.includes(one.type) &&
      (isInCalendar(one) ||
        (!one.isOwnDoing && (isNotifiable(one.type) || URGENT.includes(one.type))) ||
        (FOR_KEEPERS.includes(one.type) && keeps.has(`${one.userId} ${one.patientId}`)) ||
        (canStop(one.topic) && (one.topic !== "WORK" || !SEEN_AT_WORK.test(one.type)))),
  );
}

/** When a message about a visit may leave the portal: once there was time to read it there. */
export function afterALook(type: string): { dueAt?: Date } {
  return THREADS.includes(type) ? { dueAt: new Date(Date.now() + LOOK_MS) } : {};
}

function letterOf(told: Told, calendar?: CalendarInvitation): Letter {
  const { type, side = "patient", topic, isOwnDoing } = told;
  const isAsked = calendar?.event.status === "TENTATIVE" && type === "appointment.booked";
  const text = isAsked
    ? "Your request for an appointment was sent. You'll hear from us when it is answered."
    : isOwnDoing && type === "appointment.booked"
      ? "Your appointment is booked."
      : `${notificationText(type, side)}.`;
  const isWork = topic === "WORK" || topic === "WORK_MESSAGES";
  return {
    subject: "Something changed on CareSync",
    body: [
      text,
      ...(calendar ? [calendar.method === "REQUEST" ? ADDED : REMOVED] : []),
      ...(type === "waitlist.offered" ? [HELD] : []),
      linkOf(told),
    ],
    why: isWork
      ? "You get this email because you work with CareSync."
      : "You get this email because you have a CareSync account, and this concerns you or someone you look after.",
  };
}

/** What is to be done by itself has a link of its own. */
const LINKS: Record<string, [label: string, path: string]> = {
  "waitlist.offered": ["Sign in to answer", routes.patient.waitlist()],
  "recall.due": ["Sign in to book", routes.patient.visits()],
};

function linkOf(told: Told) {
  const [label, path] = LINKS[told.type] ?? ["Sign in to read more", routes[portalOf(told)].notifications()];
  return { label, href: `${config.site.origin}${path}` };
}

const HELD =
  "The time is held for you for a short while: 15 minutes by day, at night until half past eight. Then it passes to the next person.";
const ADDED =
  "The attached invitation adds the time to your calendar. To change anything, use CareSync: an answer from your calendar doesn't reach anyone.";
const REMOVED = "The attached file removes it from your calendar.";
