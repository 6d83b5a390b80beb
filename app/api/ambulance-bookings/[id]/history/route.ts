import { z } from "zod";
import { loadCallHistory } from "@/lib/domain/ambulances/load-history";
import { historyOutput, toHistoryOutput } from "@/lib/domain/history/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { uuid } from "@/lib/platform/http/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/ambulance-bookings/{id}/history",
    operationId: "getAmbulanceBookingHistory",
    summary: "What happened with a call, and who did it",
    tags: ["Ambulances"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: historyOutput },
    errors: ["not-found"],
  },
  async ({ actor, params: { id } }) => toHistoryOutput(await loadCallHistory(actor, id)),
);

export const OPTIONS = preflight;
export { refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE } from "@/lib/platform/http/refuse-method";
