import { z } from "zod";
import { toOutput } from "@/lib/domain/appointments/output";
import { getAppointment } from "@/lib/domain/appointments/queries";
import { appointmentOutput } from "@/lib/domain/appointments/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/appointments/{id}",
    operationId: "getAppointment",
    summary: "Get an appointment",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: appointmentOutput },
    errors: ["not-found"],
    etag: (appointment) => appointment.version,
  },
  async ({ actor, params }) => toOutput(await getAppointment(actor, params.id)),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
