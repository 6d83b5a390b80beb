import { historyRoute } from "@/app/api/history-route";
import { listAppointmentHistory } from "@/lib/domain/appointments/list-history";
import { getAppointmentCard } from "@/lib/domain/appointments/queries";
import { readerOf } from "@/lib/domain/history/rules";

export const GET = historyRoute(
  {
    path: "/api/appointments/{id}/history",
    operationId: "getAppointmentHistory",
    summary: "List what happened to an appointment, and who did it",
    tags: ["Appointments"],
  },
  async (actor, id) => {
    const card = await getAppointmentCard(actor, id);
    return listAppointmentHistory(card, readerOf(actor, card.patientId));
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
