import { confirmAttendance } from "@/lib/domain/appointments/confirm-attendance";
import { toOutput } from "@/lib/domain/appointments/output";
import { appointmentOutput } from "@/lib/domain/appointments/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/appointments/{id}/attendance"),
    method: "POST",
    operationId: "confirmAttendance",
    summary: "Say that the patient will come to a confirmed appointment",
    description: "For those who book for the patient, and for the doctor and the front desk, who have asked them.",
    tags: ["Appointments"],
    response: { status: 200, schema: appointmentOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (appointment) => appointment.version,
  },
  async ({ actor, params, ifMatch }) => toOutput(await confirmAttendance(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
