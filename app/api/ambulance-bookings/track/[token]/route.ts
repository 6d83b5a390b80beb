import { z } from "zod";
import { cancelTrackedCall } from "@/lib/domain/ambulances/cancel-tracked-call";
import { CALL_LIMITS } from "@/lib/domain/ambulances/rules";
import { trackedCallOutput, trackingToken } from "@/lib/domain/ambulances/schema";
import { getTrackedCall } from "@/lib/domain/ambulances/get-tracked-call";
import { defineRoute } from "@/lib/actor/define-route";

const common = {
  path: "/api/ambulance-bookings/track/{token}",
  auth: "none",
  params: z.strictObject({ token: trackingToken }),
  response: { status: 200, schema: trackedCallOutput },
} as const;
const rateLimit = [{ ...CALL_LIMITS.tracking, by: "address" as const }];

export const GET = defineRoute(
  {
    ...common,
    tags: ["Ambulances"],
    method: "GET",
    operationId: "trackAmbulanceBooking",
    summary: "Follow an ambulance request with its tracking token",
    rateLimit,
    // No ETag: the reserved bed changes without the call's version.
    errors: ["not-found"],
  },
  ({ params }) => getTrackedCall(params.token),
);

export const DELETE = defineRoute(
  {
    ...common,
    tags: ["Ambulances"],
    method: "DELETE",
    operationId: "cancelTrackedAmbulanceBooking",
    summary: "Cancel an ambulance request with its tracking token, until the vehicle arrives",
    rateLimit,
    errors: ["not-found", "invalid-transition"],
    etag: (call) => call.version,
  },
  ({ params }) => cancelTrackedCall(params.token),
);

export { OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
