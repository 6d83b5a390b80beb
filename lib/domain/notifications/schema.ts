import { z } from "zod";
import { ifGiven, instant, uuid } from "@/lib/platform/input/text";
import { NOTIFICATION_KINDS, type NotificationKind } from "./status";

export const markReadInput = z.strictObject({
  ids: z.array(uuid).min(1).max(100).optional(),
  groupId: ifGiven(uuid).meta({ description: "All about one thing." }),
});

/** Which notifications are listed: all of them, or the unread ones, or those of a kind. */
export type NotificationFilter = { unread?: boolean | undefined; kind?: NotificationKind | undefined };

export const notificationOutput = z.strictObject({
  id: uuid,
  type: z.string(),
  refs: z.record(z.string(), z.string()),
  readAt: instant.nullable(),
  createdAt: instant,
  kind: z.enum(NOTIFICATION_KINDS),
  groupId: uuid.meta({
    description: "The appointment, stay or ambulance call it is about; of any other notification its own ID.",
  }),
});
