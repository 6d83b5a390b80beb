import { z } from "zod";
import { toChangedOutput } from "@/lib/domain/appointments/output";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { changedAppointmentOutput, rescheduleInput } from "@/lib/domain/appointments/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments/{id}/reschedule",
    operationId: "rescheduleAppointment",
    summary: "Reschedule an appointment to another available time with its doctor",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: rescheduleInput,
    response: { status: 200, schema: changedAppointmentOutput },
    errors: [
      "quota-reached",
      "not-found",
      "invalid-transition",
      "cancellation-notice",
      "slot-taken",
      "slot-not-offered",
      "patient-busy",
      "version-mismatch",
    ],
    ifMatch: true,
    etag: (appointment) => appointment.version,
  },
  async ({ actor, params, body, ifMatch }) =>
    toChangedOutput(await rescheduleAppointment(actor, params.id, body, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
