import { z } from "zod";
import { toCallOutput } from "@/lib/domain/ambulances/output";
import { namePatient } from "@/lib/domain/ambulances/name-patient";
import { ambulanceBookingOutput, callPatientInput } from "@/lib/domain/ambulances/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/ambulance-bookings/{id}/patient",
    operationId: "nameAmbulancePatient",
    summary: "Identify the patient: a known one, or a new one without an account",
    tags: ["Ambulances"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: callPatientInput,
    response: { status: 200, schema: ambulanceBookingOutput },
    errors: ["not-found", "forbidden", "invalid-transition"],
    etag: (call) => call.version,
  },
  async ({ actor, params, body }) => toCallOutput(await namePatient(actor, { ...params, ...body }), actor),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
