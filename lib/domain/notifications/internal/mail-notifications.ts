import { isNotifiable } from "@/lib/domain/contacts/rules";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { config } from "@/lib/platform/config/config";
import type { RowOf } from "@/lib/platform/db/statement";
import type { Sql } from "@/lib/platform/db/sql";
import type { Letter } from "@/lib/platform/mail/letter";
import { isMailSent } from "@/lib/platform/mail/send-mail";
import { routes } from "@/lib/site/routes";
import { notificationText } from "../format";
import { keepersOf, type insertNotifications } from "../statements";

type Created = RowOf<typeof insertNotifications>;

/** Also sent, but only to those with the whole right for the patient: others read of it in the portal. */
const FOR_KEEPERS: readonly string[] = ["emergency-access.opened"];

/**
 * Queues an email for each new notification of what a patient must know, where mail is sent. It says that something has
 * changed and where to read it: the doctor, the time and the reason require signing in. Sent once, because the row is created once.
 */
export async function mailNotifications(tx: Sql, created: Created[]): Promise<void> {
  const told = isMailSent() ? await selectMailed(tx, created) : [];
  await queueMessages(
    tx,
    told.map(({ userId, eventId, type, patientId, hospitalId, about }) => ({
      key: `${eventId}:${userId}:email`,
      userId,
      patientId,
      hospitalId,
      about,
      eventId,
      reason: type,
      channel: "EMAIL",
      content: { letter: letterOf(type) },
    })),
  );
}

async function selectMailed(tx: Sql, created: Created[]): Promise<Created[]> {
  const patientIds = created.flatMap(({ type, patientId }) => (FOR_KEEPERS.includes(type) && patientId) || []);
  const keepers = patientIds.length > 0 ? await keepersOf(tx, patientIds) : [];
  const keeps = new Set(keepers.map(({ userId, patientId }) => `${userId} ${patientId}`));
  return created.filter(
    ({ userId, type, patientId }) =>
      isNotifiable(type) || (FOR_KEEPERS.includes(type) && keeps.has(`${userId} ${patientId}`)),
  );
}

function letterOf(type: string): Letter {
  return {
    subject: "Something changed on CareSync",
    body: [
      `${notificationText(type, "patient")}.`,
      { label: "Sign in to read more", href: `${config.site.origin}${routes.patient.notifications()}` },
    ],
    why: "You get this email because you have a CareSync account, and this concerns you or someone you look after.",
  };
}
