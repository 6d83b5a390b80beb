import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { endLink } from "@/lib/domain/sharing/end-link";
import { uuid } from "@/lib/platform/input/text";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/patients/{id}/links/{link}",
    operationId: "endRecordLink",
    summary: "End a link to parts of a record at once",
    tags: ["Sharing"],
    auth: "required",
    params: z.strictObject({ id: uuid, link: uuid }),
    response: { status: 204 },
    errors: ["not-found", "forbidden"],
  },
  async ({ actor, params }) => {
    await endLink(actor, { patientId: params.id, id: params.link });
  },
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
