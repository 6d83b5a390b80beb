import { z } from "zod";
import { loadStayHistory } from "@/app/to-stay-history";
import { getStay } from "@/lib/domain/beds/queries";
import { readerOf } from "@/lib/domain/history/rules";
import { historyOutput, toHistoryOutput } from "@/lib/domain/history/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { uuid } from "@/lib/platform/http/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/bed-bookings/{id}/history",
    operationId: "getBedBookingHistory",
    summary: "What happened in a stay, and who did it",
    tags: ["Beds"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: historyOutput },
    errors: ["not-found"],
  },
  async ({ actor, params: { id } }) => {
    const stay = await getStay(actor, id);
    return toHistoryOutput(await loadStayHistory(stay, readerOf(actor, stay.patientId)));
  },
);

export const OPTIONS = preflight;
export { refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE } from "@/lib/platform/http/refuse-method";
