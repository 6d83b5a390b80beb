import { historyRoute } from "@/app/api/history-route";
import { loadStayHistory } from "@/app/to-stay-history";
import { getStay } from "@/lib/domain/beds/queries";
import { readerOf } from "@/lib/domain/history/rules";

export const GET = historyRoute(
  {
    path: "/api/bed-bookings/{id}/history",
    operationId: "getBedBookingHistory",
    summary: "List what happened in a stay, and who did it",
    tags: ["Beds"],
  },
  async (actor, id) => {
    const stay = await getStay(actor, id);
    return loadStayHistory(stay, readerOf(actor, stay.patientId));
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
