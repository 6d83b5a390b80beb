import { notificationOutput } from "@/lib/domain/notifications/schema";
import { toNotificationOutput } from "@/lib/domain/notifications/output";
import { listNotifications } from "@/lib/domain/notifications/queries";
import { defineRoute } from "@/lib/actor/define-route";
import { NOTIFICATION_KINDS } from "@/lib/domain/notifications/status";
import { cursor, limit, pageOf, queryFlag } from "@/lib/platform/input/query";
import { z } from "zod";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/notifications",
    operationId: "listNotifications",
    summary: "List your notifications, newest first",
    tags: ["Notifications"],
    auth: "required",
    query: z.strictObject({
      limit,
      cursor: cursor.optional(),
      unread: queryFlag.optional(),
      kind: z.enum(NOTIFICATION_KINDS).optional(),
    }),
    response: { status: 200, schema: pageOf(notificationOutput) },
  },
  async ({ actor, query }) => {
    const { items, nextCursor } = await listNotifications(actor, query);
    return { nextCursor, items: items.map(toNotificationOutput) };
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
