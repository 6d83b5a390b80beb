import { z } from "zod";
import { markRead } from "@/lib/domain/notifications/mark-read";
import { markReadInput } from "@/lib/domain/notifications/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/notifications/read",
    operationId: "markNotificationsRead",
    summary: "Mark some or all of your notifications as read",
    tags: ["Notifications"],
    auth: "required",
    body: markReadInput,
    response: { status: 200, schema: z.strictObject({ marked: z.int() }) },
  },
  ({ actor, body }) => markRead(actor, body),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
