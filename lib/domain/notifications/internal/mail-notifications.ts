import { isNotifiable } from "@/lib/domain/contacts/rules";
import { config } from "@/lib/platform/config/config";
import type { Sql } from "@/lib/platform/db/sql";
import { queueMails } from "@/lib/platform/mail/queue-mail";
import { isMailSent } from "@/lib/platform/mail/send-mail";
import { routes } from "@/lib/site/routes";
import { notificationText } from "../format";
import { activeAddresses, keepersOf } from "../statements";

type Created = { userId: string; type: string; patientId: string | null };

/** Also sent, but only to those with the whole right for the patient: others read of it in the portal. */
const FOR_KEEPERS: readonly string[] = ["emergency-access.opened"];

/**
 * Queues an email for each new notification of what a patient must know, where mail is sent. It says that something has
 * changed and where to read it: the doctor, the time and the reason require signing in. Sent once, because the row is created once.
 */
export async function mailNotifications(tx: Sql, created: Created[]): Promise<void> {
  const told = isMailSent() ? await selectMailed(tx, created) : [];
  if (told.length === 0) return;
  const users = await activeAddresses(
    tx,
    told.map(({ userId }) => userId),
  );
  const addresses = new Map(users.map(({ id, email }) => [id, email]));
  const mails = told.flatMap(({ userId, type }) => {
    const to = addresses.get(userId);
    return to === undefined ? [] : [{ to, subject: "Something changed on CareSync", text: textOf(type) }];
  });
  if (mails.length > 0) await queueMails(tx, mails);
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

function textOf(type: string): string {
  return `${notificationText(type, "patient")}.

Sign in to read more:
${config.site.origin}${routes.patient.notifications()}
`;
}
