import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { config } from "@/lib/platform/config/config";
import type { Sql } from "@/lib/platform/db/sql";
import { isTextWritten } from "@/lib/platform/text-message/send-text";
import { pushText } from "../format/push-text";
import { afterALook } from "./mail-notifications";
import { draftBase, usefulUntil, type Told } from "./told";

/** Queues a text message for each new notification that is also mailed, where texts are configured, for those who want some. */
export async function textNotifications(tx: Sql, told: Told[]): Promise<void> {
  if (!isTextWritten()) return;
  await queueMessages(
    tx,
    told
      .filter(({ isOwnDoing }) => !isOwnDoing)
      .map((one) => ({
        ...draftBase(one),
        ...afterALook(one.type),
        expiresAt: usefulUntil(one),
        key: `${one.eventId}:${one.userId}:sms`,
        channel: "SMS" as const,
        // As on a locked screen.
        content: { text: `CareSync: ${pushText(one.type, one.side)}. Sign in to read more: ${config.site.origin}` },
      })),
  );
}
