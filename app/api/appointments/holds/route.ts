import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { holdInput, holdOutput } from "@/lib/domain/appointments/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments/holds",
    operationId: "holdSlot",
    summary: "Hold a free slot for five minutes",
    tags: ["Appointments"],
    auth: "required",
    body: holdInput,
    response: { status: 201, schema: holdOutput },
    errors: ["slot-taken", "hold-limit", "quota-reached", "patient-busy", "slot-not-offered", "not-found"],
    idempotent: true,
    rateLimit: [{ name: "holds", limit: 30, windowSeconds: 300, by: "actor" }],
  },
  ({ actor, body }) => holdSlot(actor, body),
);

export const OPTIONS = preflight;
export {
  refuseMethod as GET,
  refuseMethod as PUT,
  refuseMethod as PATCH,
  refuseMethod as DELETE,
} from "@/lib/platform/http/refuse-method";
