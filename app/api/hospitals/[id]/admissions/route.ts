import { z } from "zod";
import { admitPatient } from "@/lib/domain/beds/admit-patient";
import { toOutput } from "@/lib/domain/beds/output";
import { admitPatientBody, bedBookingOutput } from "@/lib/domain/beds/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/hospitals/{id}/admissions",
    operationId: "admitPatient",
    summary: "Admit a patient without a reservation straight to a bed, as the hospital's staff",
    tags: ["Beds"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: admitPatientBody,
    response: { status: 201, schema: bedBookingOutput },
    errors: ["not-found", "bed-taken", "bed-closed", "patient-admitted", "invalid-transition"],
    idempotent: true,
    etag: (booking) => booking.version,
    location: (booking) => `/api/bed-bookings/${booking.id}`,
  },
  async ({ actor, params, body }) => toOutput(await admitPatient(actor, { ...body, hospitalId: params.id })),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
