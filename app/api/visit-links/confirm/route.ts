import { visitLinkInput } from "@/lib/domain/visit-links/schema";
import { confirmByLink } from "@/lib/domain/visit-links/use-link";
import { defineRoute } from "@/lib/actor/define-route";
import { byLink } from "../by-link";

export const POST = defineRoute(
  {
    ...byLink,
    path: "/api/visit-links/confirm",
    operationId: "confirmByVisitLink",
    summary: "Say that the patient will come, by a link in a message",
    description: "Without an account.",
    body: visitLinkInput,
    errors: ["not-found", "invalid-transition"],
  },
  ({ body }) => confirmByLink(body.token),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
