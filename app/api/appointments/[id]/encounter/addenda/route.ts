import { z } from "zod";
import { addAddendum } from "@/lib/domain/records/add-addendum";
import { addAddendumBody, addedAddendum } from "@/lib/domain/records/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments/{id}/encounter/addenda",
    operationId: "addAddendum",
    summary: "Add to a signed note",
    tags: ["Records"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: addAddendumBody,
    response: { status: 201, schema: addedAddendum },
    idempotent: true,
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params, body }) => addAddendum(actor, { appointmentId: params.id, ...body }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
