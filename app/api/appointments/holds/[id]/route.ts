import { z } from "zod";
import { releaseHold } from "@/lib/domain/appointments/release-hold";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/appointments/holds/{id}",
    operationId: "releaseHold",
    summary: "Release a held time",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 204 },
    errors: ["not-found"],
  },
  ({ actor, params }) => releaseHold(actor, params.id),
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
