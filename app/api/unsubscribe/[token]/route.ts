import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { stopInput } from "@/lib/domain/preferences/schema";
import { stopEmails } from "@/lib/domain/preferences/stop-emails";
import { config } from "@/lib/platform/config/config";
import { routes } from "@/lib/site/routes";

const tags = ["Notifications"];
const page = z.string().meta({ description: "The page on which a person decides." });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/unsubscribe/{token}",
    operationId: "showUnsubscribePage",
    summary: "Go to the page on which a person stops the emails of one kind",
    description: "For mail programs without a button of their own. Following the link changes nothing.",
    tags,
    auth: "none",
    params: stopInput,
    response: { status: 200, schema: page, contentType: "text/html", description: "After a redirection (`303`)." },
  },
  async ({ params }) => Response.redirect(`${config.site.origin}${routes.unsubscribe(params.token)}`, 303),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/unsubscribe/{token}",
    operationId: "unsubscribe",
    summary: "Stop the emails of one kind, by the link that came with one",
    description:
      "What the `List-Unsubscribe` header of an email names, for the one tap of RFC 8058. It needs no sign-in, may be repeated, and ignores the body.",
    tags,
    auth: "none",
    params: stopInput,
    rateLimit: [{ name: "unsubscribe", by: ({ params }) => params.token, limit: 20, windowSeconds: 3600 }],
    response: { status: 204 },
    errors: ["not-found"],
  },
  async ({ params }) => {
    await stopEmails(params);
  },
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
