import { visitLinkInput } from "@/lib/domain/visit-links/schema";
import { askForCallByLink } from "@/lib/domain/visit-links/use-link";
import { defineRoute } from "@/lib/actor/define-route";
import { byLink } from "../by-link";

export const POST = defineRoute(
  {
    ...byLink,
    path: "/api/visit-links/call",
    operationId: "askForCallByVisitLink",
    summary: "Ask the practice to call about another time, by a link in a message",
    description: "Without an account. The link stays, and a time that is chosen meanwhile takes the call off the list.",
    body: visitLinkInput,
    errors: ["not-found", "invalid-transition", "conflict"],
  },
  ({ body }) => askForCallByLink(body.token),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
