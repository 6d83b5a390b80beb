import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { unsafeListAccountsWithBrowsers } from "@/lib/domain/push/queries";
import type { Sql } from "@/lib/platform/db/sql";
import { notificationHref } from "../format";
import { pushText } from "../format/push-text";
import { draftBase, portalOf, usefulUntil, type Told } from "./told";

/** Queues a push for each new notification of someone with a browser that shows them: once, because the row is created once. */
export async function pushNotifications(tx: Sql, told: Told[]): Promise<void> {
  const reachable = new Set(await unsafeListAccountsWithBrowsers(told.map(({ userId }) => userId)));
  await queueMessages(
    tx,
    told
      .filter(({ userId, isOwnDoing }) => !isOwnDoing && reachable.has(userId))
      .map((one) => {
        const content = { title: "CareSync", body: pushText(one.type, one.side), path: pathOf(one) };
        return {
          ...draftBase(one),
          expiresAt: usefulUntil(one),
          key: `${one.eventId}:${one.userId}:push`,
          channel: "PUSH" as const,
          content,
        };
      }),
  );
}

/** The page of the thing, in its reader's portal; they sign in first where they must. */
function pathOf({ type, side, refs }: Told): string {
  const { appointmentId, ambulanceBookingId: callId, bedBookingId: stayId, patientId } = refs;
  const nothing = { withName: "", start: "", timeZone: "UTC" };
  const ofTwo = side === "hospital" ? "hospital" : "patient";
  const isReading = /^(record-grant|record-link|emergency-access)\./.test(type);
  return notificationHref(
    {
      type,
      visit: appointmentId && side ? { id: appointmentId, side, mode: "IN_PERSON", ...nothing } : null,
      call: callId ? { id: callId, side: ofTwo } : null,
      stay: stayId ? { id: stayId, side: ofTwo, ...nothing } : null,
      reading: isReading && patientId ? { patientId, side: side === "hospital" || !side ? "patient" : side } : null,
    },
    portalOf({ type, side }),
  );
}
