import { requestAmbulance } from "@/lib/domain/ambulances/request-ambulance";
import { adviceFor } from "@/lib/domain/ambulances/format";
import { toCallOutput } from "@/lib/domain/ambulances/output";
import { listCalls } from "@/lib/domain/ambulances/queries";
import { CALL_LIMITS } from "@/lib/domain/ambulances/rules";
import { ambulanceBookingOutput, callInput, callListFilter, newCallOutput } from "@/lib/domain/ambulances/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";
import { repeatableSecret } from "@/lib/platform/http/repeatable-secret";

const common = { path: "/api/ambulance-bookings" } as const;
const ANONYMOUS = { patientIds: [], hospitalId: null };

export const GET = defineRoute(
  {
    ...common,
    tags: ["Ambulances"],
    method: "GET",
    operationId: "listAmbulanceBookings",
    summary:
      "List ambulance requests: your own and your patients', or your hospital's and those it is being asked about; newest first",
    auth: "required",
    query: callListFilter.extend({ limit, cursor: cursor.optional() }),
    response: { status: 200, schema: pageOf(ambulanceBookingOutput) },
  },
  async ({ actor, query: { limit, cursor, ...filter } }) => {
    const page = await listCalls(actor, filter, { limit, cursor });
    return { ...page, items: page.items.map((row) => toCallOutput(row, actor)) };
  },
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Ambulances"],
    method: "POST",
    operationId: "requestAmbulance",
    summary: "Request an ambulance, with or without an account",
    description:
      "The nearest hospital with a free vehicle of this kind is asked at once. If none is free, the request stays open and `advice` says so. Without an account, `trackingToken` is the only way to follow the request.",
    auth: "optional",
    body: callInput,
    maxBodyBytes: 8_192,
    idempotent: true,
    rateLimit: [{ ...CALL_LIMITS.perSender, by: "actor" }],
    response: { status: 201, schema: newCallOutput },
    errors: ["not-found"],
    etag: (call) => call.version,
    location: (call) => `/api/ambulance-bookings/${call.id}`,
  },
  async ({ actor, body, request }) => {
    const { row, trackingToken } = await requestAmbulance(actor, body, {
      token: repeatableSecret(request, actor, body),
    });
    const call = toCallOutput(row, actor ?? ANONYMOUS);
    return { ...call, trackingToken, advice: adviceFor(call) };
  },
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
