import { z } from "zod";
import { loadHistory } from "@/lib/domain/appointments/load-history";
import { getAppointmentCard } from "@/lib/domain/appointments/queries";
import { readerOf } from "@/lib/domain/history/rules";
import { historyOutput, toHistoryOutput } from "@/lib/domain/history/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { uuid } from "@/lib/platform/http/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/appointments/{id}/history",
    operationId: "getAppointmentHistory",
    summary: "What happened to an appointment, and who did it",
    tags: ["Appointments"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: historyOutput },
    errors: ["not-found"],
  },
  async ({ actor, params: { id } }) => {
    const card = await getAppointmentCard(actor, id);
    return toHistoryOutput(await loadHistory(card, readerOf(actor, card.patientId)));
  },
);

export const OPTIONS = preflight;
export { refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE } from "@/lib/platform/http/refuse-method";
