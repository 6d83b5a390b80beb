import { visitLinkInput } from "@/lib/domain/visit-links/schema";
import { openVisitLink } from "@/lib/domain/visit-links/use-link";
import { defineRoute } from "@/lib/actor/define-route";
import { byLink } from "../by-link";

export const POST = defineRoute(
  {
    ...byLink,
    path: "/api/visit-links/open",
    operationId: "openVisitLink",
    summary: "Get the appointment that a link in a message is for",
    description:
      "Without an account. Changes nothing, and doesn't use up the link. `became` of a refusal says why a link has ended: `MOVED`, `CANCELLED` or `BEGUN`.",
    body: visitLinkInput,
    errors: ["not-found"],
  },
  ({ body }) => openVisitLink(body.token),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
