import { z } from "zod";
import { toChangedOutput } from "@/lib/domain/appointments/output";
import { keepTime } from "@/lib/domain/appointments/keep-time";
import { changedAppointmentOutput } from "@/lib/domain/appointments/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments/{id}/keep-time",
    operationId: "keepAppointmentTime",
    summary: "Keep an appointment whose local time changed with its time zone's rules, and notify the patient",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: changedAppointmentOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (appointment) => appointment.version,
  },
  async ({ actor, params, ifMatch }) => toChangedOutput(await keepTime(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
