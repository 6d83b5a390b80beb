import { z } from "zod";
import { hasMissedEvents } from "@/lib/domain/notifications/has-missed-events";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/realtime/missed",
    operationId: "hasMissedEvents",
    summary: "Ask whether a page has missed anything",
    tags: ["Real time"],
    description:
      "For pages that have just joined these channels: whether anything has happened on them that the page doesn't show yet. `since` is the position that the page carries; with an unknown or old one the answer is yes. Private channels are opened as for `POST /api/realtime/auth`.",
    auth: "optional",
    body: z.strictObject({
      since: z.string().max(400),
      channels: z.array(z.string().max(164)).min(1).max(200),
      key: z.string().max(64).optional(),
    }),
    response: { status: 200, schema: z.strictObject({ hasMissed: z.boolean() }) },
    errors: ["unauthenticated", "not-found"],
  },
  async ({ actor, body }) => ({ hasMissed: await hasMissedEvents(actor, body) }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
