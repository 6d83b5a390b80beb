import { z } from "zod";
import { authorizeChannel } from "@/lib/domain/notifications/authorize-channel";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/realtime/auth",
    operationId: "authorizeChannel",
    summary: "Join a private real-time channel",
    tags: ["Real time"],
    description:
      "An account joins its own channels after its socket has sent `signIn` as `pusher:signin`. Without an account, `key` is the tracking token of the request whose `private-call-{id}` is joined, or what the page behind a link to a record uses for `private-link-{id}`, or a screen on a wall for `private-display-{id}`.",
    auth: "optional",
    body: z.strictObject({
      socket_id: z.string().max(64),
      channel_name: z.string().max(164),
      key: z.string().max(64).optional(),
    }),
    response: {
      status: 200,
      schema: z.strictObject({
        auth: z.string(),
        signIn: z.strictObject({ auth: z.string(), user_data: z.string() }).optional(),
      }),
    },
    errors: ["unauthenticated", "not-found"],
  },
  async ({ actor, body, receivedAt }) => authorizeChannel(actor, body, receivedAt),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
