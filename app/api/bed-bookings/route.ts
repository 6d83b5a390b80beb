import { toOutput } from "@/lib/domain/beds/output";
import { listBedBookings } from "@/lib/domain/beds/queries";
import { requestBed } from "@/lib/domain/beds/request-bed";
import { bedBookingListQuery, bedBookingOutput, requestBedInput } from "@/lib/domain/beds/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/bed-bookings",
    operationId: "listBedBookings",
    summary: "List hospital stays: your patients', or your hospital's; newest first",
    tags: ["Beds"],
    auth: "required",
    query: bedBookingListQuery,
    response: { status: 200, schema: pageOf(bedBookingOutput) },
  },
  async ({ actor, query: { limit, cursor, ...filter } }) => {
    const page = await listBedBookings(actor, filter, { limit, cursor });
    return { ...page, items: page.items.map(toOutput) };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/bed-bookings",
    operationId: "requestBed",
    summary: "Request a bed of a kind, for your own patient or, as the hospital's staff, for one of its patients",
    tags: ["Beds"],
    auth: "required",
    body: requestBedInput,
    response: { status: 201, schema: bedBookingOutput },
    errors: ["not-found", "forbidden"],
    idempotent: true,
    rateLimit: [{ name: "bed-requests", limit: 120, windowSeconds: 300, by: "actor" }],
    etag: (booking) => booking.version,
    location: (booking) => `/api/bed-bookings/${booking.id}`,
  },
  async ({ actor, body }) => toOutput(await requestBed(actor, body)),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
