import { z } from "zod";
import { bookWalkIn } from "@/lib/domain/appointments/book-walk-in";
import { toOutput } from "@/lib/domain/appointments/output";
import { appointmentOutput, walkInBody } from "@/lib/domain/appointments/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/hospitals/{id}/walk-ins",
    operationId: "bookWalkIn",
    summary: "Book and check in someone at the desk",
    description:
      "Books the next available time today with one doctor, any doctor in a department, or the first available. The minimum notice doesn't apply. For the hospital's staff, and for doctors themselves.",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: walkInBody,
    response: { status: 201, schema: appointmentOutput },
    errors: ["not-found", "slot-not-offered", "slot-taken", "patient-busy"],
    idempotent: true,
    etag: (appointment) => appointment.version,
    location: (appointment) => `/api/appointments/${appointment.id}`,
  },
  async ({ actor, params, body }) => toOutput(await bookWalkIn(actor, { ...body, hospitalId: params.id })),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
