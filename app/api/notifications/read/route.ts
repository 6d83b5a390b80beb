import { z } from "zod";
import { markRead } from "@/lib/domain/notifications/mark-read";
import { markReadInput } from "@/lib/domain/notifications/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";

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

export const OPTIONS = preflight;
export {
  refuseMethod as GET,
  refuseMethod as POST,
  refuseMethod as PATCH,
  refuseMethod as DELETE,
} from "@/lib/platform/http/refuse-method";
