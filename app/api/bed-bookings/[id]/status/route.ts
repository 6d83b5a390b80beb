import { z } from "zod";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { toChangedOutput } from "@/lib/domain/beds/output";
import { changedBedBookingOutput, changeBedBookingInput } from "@/lib/domain/beds/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/bed-bookings/{id}/status",
    operationId: "changeBedBookingStatus",
    summary: "Change the status: reserve a bed (or another one, or for longer), admit, discharge, decline or cancel",
    tags: ["Beds"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: changeBedBookingInput,
    response: { status: 200, schema: changedBedBookingOutput },
    errors: [
      "not-found",
      "forbidden",
      "bed-taken",
      "bed-closed",
      "patient-admitted",
      "invalid-transition",
      "version-mismatch",
    ],
    ifMatch: true,
    etag: (booking) => booking.version,
  },
  async ({ actor, params, body, ifMatch }) => toChangedOutput(await changeBedBooking(actor, params.id, body, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
