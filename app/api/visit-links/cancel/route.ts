import { visitLinkInput } from "@/lib/domain/visit-links/schema";
import { cancelByLink } from "@/lib/domain/visit-links/use-link";
import { defineRoute } from "@/lib/actor/define-route";
import { byLink } from "../by-link";

export const POST = defineRoute(
  {
    ...byLink,
    path: "/api/visit-links/cancel",
    operationId: "cancelByVisitLink",
    summary: "Cancel an appointment, by a link in a message",
    description: "Without an account. The link ends with it.",
    body: visitLinkInput,
    errors: ["not-found", "invalid-transition", "cancellation-notice"],
  },
  ({ body }) => cancelByLink(body.token),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
