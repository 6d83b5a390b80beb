import { z } from "zod";
import { changeAmbulanceBooking } from "@/lib/domain/ambulances/change-ambulance-booking";
import { toChangedCallOutput } from "@/lib/domain/ambulances/output";
import { changeCallInput, changedCallOutput } from "@/lib/domain/ambulances/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/ambulance-bookings/{id}/status",
    operationId: "changeAmbulanceBookingStatus",
    summary: "Change the status: dispatch, decline, take the next step or cancel",
    description:
      "The first dispatch wins. `call-taken` means another hospital was quicker, `ambulance-taken` that the vehicle is on another call.",
    tags: ["Ambulances"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: changeCallInput,
    response: { status: 200, schema: changedCallOutput },
    errors: [
      "not-found",
      "forbidden",
      "invalid-transition",
      "call-taken",
      "ambulance-taken",
      "bed-taken",
      "bed-closed",
      "patient-admitted",
      "version-mismatch",
    ],
    ifMatch: true,
    etag: (call) => call.version,
  },
  async ({ actor, params, body, ifMatch }) =>
    toChangedCallOutput(await changeAmbulanceBooking(actor, params.id, body, ifMatch), actor),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
