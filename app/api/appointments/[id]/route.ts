import { z } from "zod";
import { toOutput } from "@/lib/domain/appointments/format";
import { getAppointment } from "@/lib/domain/appointments/queries";
import { appointmentOutput } from "@/lib/domain/appointments/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/appointments/{id}",
    operationId: "getAppointment",
    summary: "One appointment",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: appointmentOutput },
    errors: ["not-found"],
    etag: (appointment) => appointment.version,
  },
  async ({ actor, params }) => toOutput(await getAppointment(actor, params.id)),
);

export const OPTIONS = preflight;
export {
  refuseMethod as POST,
  refuseMethod as PUT,
  refuseMethod as PATCH,
  refuseMethod as DELETE,
} from "@/lib/platform/http/refuse-method";
