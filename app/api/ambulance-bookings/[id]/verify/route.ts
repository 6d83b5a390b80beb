import { z } from "zod";
import { toCallOutput } from "@/lib/domain/ambulances/output";
import { ambulanceBookingOutput, callbackCode } from "@/lib/domain/ambulances/schema";
import { verifyCaller } from "@/lib/domain/ambulances/verify-caller";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/ambulance-bookings/{id}/verify",
    operationId: "verifyAmbulanceCaller",
    summary: "Verify the caller with the code they gave when the hospital rang back",
    tags: ["Ambulances"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: z.strictObject({ code: callbackCode }),
    response: { status: 200, schema: ambulanceBookingOutput },
    errors: ["not-found", "forbidden", "invalid-transition"],
    etag: (call) => call.version,
  },
  async ({ actor, params, body }) => toCallOutput(await verifyCaller(actor, { ...params, ...body }), actor),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
