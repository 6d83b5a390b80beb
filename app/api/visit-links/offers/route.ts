import { linkedOffersOutput, visitLinkInput } from "@/lib/domain/visit-links/schema";
import { loadOffersByLink } from "@/lib/domain/visit-links/use-link";
import { defineRoute } from "@/lib/actor/define-route";
import { byLink } from "../by-link";

export const POST = defineRoute(
  {
    ...byLink,
    path: "/api/visit-links/offers",
    operationId: "listOffersByVisitLink",
    summary: "List other times for an appointment that needs one, by a link in a message",
    description: "Without an account. Changes nothing.",
    body: visitLinkInput,
    response: { status: 200, schema: linkedOffersOutput },
    errors: ["not-found", "invalid-transition"],
  },
  ({ body }) => loadOffersByLink(body.token),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
