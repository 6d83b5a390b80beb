import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { holdInput, holdOutput } from "@/lib/domain/appointments/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments/holds",
    operationId: "holdSlot",
    summary: "Hold an available time for five minutes",
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

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
