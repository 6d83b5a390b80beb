import { z } from "zod";
import { toOutput } from "@/lib/domain/appointments/output";
import { appointmentOutput } from "@/lib/domain/appointments/schema";
import { undoStep } from "@/lib/domain/appointments/undo-step";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments/{id}/undo",
    operationId: "undoAppointmentStep",
    summary: "Undo a check-in, or within 30 minutes a start, “Missed” or “Left without being seen”",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: appointmentOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "slot-taken", "version-mismatch"],
    ifMatch: true,
    etag: (appointment) => appointment.version,
  },
  async ({ actor, params, ifMatch }) => toOutput(await undoStep(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
