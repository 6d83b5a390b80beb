import { toOutput } from "@/lib/domain/appointments/output";
import { appointmentOutput } from "@/lib/domain/appointments/schema";
import { arrive } from "@/lib/domain/arrivals/arrive";
import { arriveBody } from "@/lib/domain/arrivals/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const PUT = defineRoute(
  {
    ...byId("/api/appointments/{id}/arrival"),
    tags: ["Waiting room"],
    method: "PUT",
    operationId: "arrive",
    summary: "Check in with the code at the entrance, as the patient",
    description: "Someone who checked in by phone is marked as arrived.",
    body: arriveBody,
    response: { status: 200, schema: appointmentOutput },
    errors: ["not-found", "invalid-transition"],
    etag: (appointment) => appointment.version,
  },
  async ({ actor, params, body }) => toOutput(await arrive(actor, { ...body, appointmentId: params.id })),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
