import { placeText } from "@/lib/domain/appointments/place-text";
import { queueMessages, type MessageDraft } from "@/lib/domain/messages/queue-messages";
import { isUrgent, textableAt } from "@/lib/domain/preferences/rules";
import { makeLinks } from "@/lib/domain/visit-links/make-links";
import { config } from "@/lib/platform/config/config";
import type { Sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import type { Letter } from "@/lib/platform/mail/letter";
import { isTextWritten } from "@/lib/platform/text-message/send-text";
import { whenText } from "@/lib/platform/time/when-text";
import { routes } from "@/lib/site/routes";
import { NEEDS_TIME } from "../rules";
import { visitsInNeed } from "../statements";
import type { Told } from "./told";

type Visit = RowOf<typeof visitsInNeed>;
type Asked = { visit: Visit; eventId: string; holder: { userId: string } | { phone: string } };

/**
 * Asks the patients whose appointments can't be kept to choose another time: the accounts that book for them or, without any, their
 * own phone, where text messages are sent. Each gets a link of their own, which works without signing in until the appointment would
 * have begun; those who have another time by now aren't asked. Delivered again, the keys make second messages impossible, and the second
 * links are known to no one.
 */
export async function askForNewTimes(tx: Sql, told: Told[], events: StoredEvent[]): Promise<void> {
  const asking = events.filter(({ type }) => type === NEEDS_TIME);
  if (asking.length === 0) return;
  const rows = await visitsInNeed(tx, [...new Set(asking.map(({ aggregateId }) => aggregateId))]);
  const visits = new Map(rows.map((visit) => [visit.id, visit]));
  const asked = [...accountsAsked(told, visits), ...phonesAsked(asking, visits)];
  const now = new Date();
  const open = asked.filter(({ visit }) => visit.startsAt > now);
  const made = await makeLinks(
    tx,
    open.map(({ visit: { id, startsAt }, holder }) => ({
      ...holder,
      ...{ appointmentId: id, startsAt, purpose: "NEW_TIME" },
    })),
  );
  const links = new Map(open.map((one, nth) => [one, made[nth] ?? null]));
  await queueMessages(
    tx,
    asked.flatMap((one) => draftsFor(one, links.get(one) ?? null, now)),
  );
}

function accountsAsked(told: Told[], visits: Map<string, Visit>): Asked[] {
  return told.flatMap(({ type, isOwnDoing, refs, userId, eventId }) => {
    const visit = visits.get(refs.appointmentId ?? "");
    return type === NEEDS_TIME && !isOwnDoing && visit ? [{ visit, eventId, holder: { userId } }] : [];
  });
}

/** Of people without an account, who are on the To call list as well. */
function phonesAsked(asking: StoredEvent[], visits: Map<string, Visit>): Asked[] {
  if (!isTextWritten()) return [];
  return asking.flatMap(({ id: eventId, aggregateId }) => {
    const visit = visits.get(aggregateId);
    return visit?.phone ? [{ visit, eventId, holder: { phone: visit.phone } }] : [];
  });
}

/** Nothing names the patient, the doctor or the reason. */
function draftsFor({ visit, eventId, holder }: Asked, link: string | null, now: Date): MessageDraft[] {
  const { id, startsAt, patientId, hospitalId, timeZone } = visit;
  const about = { about: `appointment:${id}`, patientId, hospitalId, startsAt, eventId };
  const common = { ...about, reason: NEEDS_TIME, expiresAt: link === null ? null : startsAt };
  const text = { ...common, channel: "SMS", content: { text: textOf(visit, link) } } as const;
  if ("phone" in holder) {
    const dueAt = textableAt({ startsAt, timeZone, isUrgent: isUrgent(NEEDS_TIME, startsAt, now) }, now);
    return [{ ...text, key: `${eventId}:phone:sms`, toAddress: holder.phone, dueAt }];
  }
  const key = `${eventId}:${holder.userId}`;
  const letter = letterOf(visit, link);
  return [
    { ...common, ...holder, key: `${key}:email`, channel: "EMAIL", content: { letter } },
    ...(isTextWritten() ? [{ ...text, ...holder, key: `${key}:sms` }] : []),
  ];
}

function letterOf(visit: Visit, link: string | null): Letter {
  const { startsAt, timeZone } = visit;
  return {
    subject: "A change to an appointment",
    body: [
      `The appointment on ${whenText(startsAt, timeZone, "long")} can't take place at this time.`,
      placeText(visit),
      link === null
        ? "Choose another time, or cancel it."
        : "Choose another time, ask to be called, or cancel. You don't need to sign in; the link works until the appointment would have begun.",
      link === null ? { label: "Sign in to choose another time", href: signInLink() } : { label: LABEL, href: link },
    ],
    why: "You get this email because you have a CareSync account, and this concerns you or someone you look after.",
  };
}

const LABEL = "Choose another time";
const signInLink = () => `${config.site.origin}${routes.patient.visits()}`;

function textOf({ startsAt, timeZone }: Visit, link: string | null): string {
  return `Your appointment on ${whenText(startsAt, timeZone, "short")} can't take place. Choose another time or cancel: ${link ?? signInLink()}`;
}
