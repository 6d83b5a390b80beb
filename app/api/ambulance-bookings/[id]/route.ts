import { z } from "zod";
import { toCallOutput } from "@/lib/domain/ambulances/output";
import { getCall } from "@/lib/domain/ambulances/queries";
import { ambulanceBookingOutput } from "@/lib/domain/ambulances/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/ambulance-bookings/{id}",
    operationId: "getAmbulanceBooking",
    summary: "Get an ambulance request",
    tags: ["Ambulances"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: ambulanceBookingOutput },
    errors: ["not-found"],
    etag: (call) => call.version,
  },
  async ({ actor, params }) => toCallOutput(await getCall(actor, params.id), actor),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
