import { movedByLinkOutput, moveByLinkInput } from "@/lib/domain/visit-links/schema";
import { moveByLink } from "@/lib/domain/visit-links/use-link";
import { defineRoute } from "@/lib/actor/define-route";
import { byLink } from "../by-link";

export const POST = defineRoute(
  {
    ...byLink,
    path: "/api/visit-links/move",
    operationId: "moveByVisitLink",
    summary: "Reschedule an appointment to another available time, by a link in a message",
    description:
      "Without an account. The link ends with it; the next reminder brings another. One that needs a new time may go to a colleague.",
    body: moveByLinkInput,
    response: { status: 200, schema: movedByLinkOutput },
    errors: [
      "quota-reached",
      "not-found",
      "invalid-transition",
      "cancellation-notice",
      "slot-taken",
      "slot-not-offered",
      "patient-busy",
    ],
  },
  ({ body }) => moveByLink(body),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
