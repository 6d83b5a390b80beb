import { z } from "zod";
import { cancelTrackedCall } from "@/lib/domain/ambulances/cancel-tracked-call";
import { CALL_LIMITS } from "@/lib/domain/ambulances/rules";
import { trackedCallOutput, trackingToken } from "@/lib/domain/ambulances/schema";
import { trackCall } from "@/lib/domain/ambulances/track-call";
import { defineRoute } from "@/lib/platform/http/define-route";

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
    summary: "Follow a call with its tracking token",
    rateLimit,
    // No ETag: the bed that is kept changes without the call.
    errors: ["not-found"],
  },
  ({ params }) => trackCall(params.token),
);

export const DELETE = defineRoute(
  {
    ...common,
    tags: ["Ambulances"],
    method: "DELETE",
    operationId: "cancelTrackedAmbulanceBooking",
    summary: "Cancel a call one holds the tracking token of, until the vehicle is there",
    rateLimit,
    errors: ["not-found", "invalid-transition"],
    etag: (call) => call.version,
  },
  ({ params }) => cancelTrackedCall(params.token),
);

export { OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
