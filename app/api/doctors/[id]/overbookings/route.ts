import { toOutput } from "@/lib/domain/appointments/output";
import { appointmentOutput } from "@/lib/domain/appointments/schema";
import { overbookPatient } from "@/lib/domain/waiting-room/overbook-patient";
import { overbookBody } from "@/lib/domain/waiting-room/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/doctors/{id}/overbookings"),
    method: "POST",
    operationId: "overbookPatient",
    summary: "Add an urgent patient to a doctor's queue today, without an available time",
    description: "Checks them in, first in line. At most six a day for a doctor at a place.",
    tags: ["Waiting room"],
    body: overbookBody,
    response: { status: 201, schema: appointmentOutput },
    errors: ["not-found", "slot-not-offered", "patient-busy", "quota-reached"],
    idempotent: true,
    etag: (appointment) => appointment.version,
    location: (appointment) => `/api/appointments/${appointment.id}`,
  },
  async ({ actor, params, body }) => toOutput(await overbookPatient(actor, { ...body, doctorId: params.id })),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
