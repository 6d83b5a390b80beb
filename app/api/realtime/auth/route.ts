import { z } from "zod";
import { canHear } from "@/lib/domain/notifications/policy";
import { notFound } from "@/lib/platform/errors/app-error";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { signChannel } from "@/lib/platform/realtime/publish";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/realtime/auth",
    operationId: "authorizeChannel",
    summary: "Join a private real-time channel",
    tags: ["realtime"],
    auth: "required",
    body: z.strictObject({ socket_id: z.string().max(64), channel_name: z.string().max(164) }),
    response: { status: 200, schema: z.strictObject({ auth: z.string() }) },
    errors: ["not-found"],
  },
  async ({ actor, body }) => {
    if (!canHear(actor, body.channel_name)) throw notFound();
    return { auth: signChannel(body.socket_id, body.channel_name).auth };
  },
);

export const OPTIONS = preflight;
