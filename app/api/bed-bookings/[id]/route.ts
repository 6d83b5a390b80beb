import { z } from "zod";
import { toOutput } from "@/lib/domain/beds/output";
import { getBedBooking } from "@/lib/domain/beds/queries";
import { bedBookingOutput } from "@/lib/domain/beds/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/bed-bookings/{id}",
    operationId: "getBedBooking",
    summary: "Get a hospital stay",
    tags: ["Beds"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: bedBookingOutput },
    errors: ["not-found"],
    etag: (booking) => booking.version,
  },
  async ({ actor, params }) => toOutput(await getBedBooking(actor, params.id)),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
