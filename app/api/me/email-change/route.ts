import { keepAddress } from "@/lib/domain/email-changes/keep-address";
import { defineRoute } from "@/lib/actor/define-route";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/me/email-change",
    operationId: "keepAddress",
    summary: "Stop the change of your address that administrators were asked for",
    tags: ["Accounts"],
    auth: "required",
    response: { status: 204 },
    errors: ["invalid-transition"],
  },
  async ({ actor }) => {
    await keepAddress(actor);
  },
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
