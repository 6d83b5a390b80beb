import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { endGrant } from "@/lib/domain/sharing/end-grant";
import { uuid } from "@/lib/platform/input/text";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/patients/{id}/grants/{grant}",
    operationId: "endGrant",
    summary: "Stop sharing a record with a doctor at once",
    tags: ["Sharing"],
    auth: "required",
    params: z.strictObject({ id: uuid, grant: uuid }),
    response: { status: 204 },
    errors: ["not-found", "forbidden"],
  },
  async ({ actor, params }) => {
    await endGrant(actor, { patientId: params.id, id: params.grant });
  },
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
