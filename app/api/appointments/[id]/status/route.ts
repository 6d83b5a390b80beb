import { z } from "zod";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { toChangedOutput } from "@/lib/domain/appointments/output";
import { changedAppointmentOutput, changeStatusInput } from "@/lib/domain/appointments/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/appointments/{id}/status",
    operationId: "changeAppointmentStatus",
    summary: "Change the status: confirm, decline, cancel, check in, start, complete or mark as missed",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: changeStatusInput,
    response: { status: 200, schema: changedAppointmentOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "cancellation-notice", "version-mismatch"],
    ifMatch: true,
    etag: (appointment) => appointment.version,
  },
  async ({ actor, params, body, ifMatch }) => toChangedOutput(await changeStatus(actor, params.id, body, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
