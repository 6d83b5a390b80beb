import { historyRoute } from "@/app/api/history-route";
import { listCallHistory } from "@/lib/domain/ambulances/list-history";

export const GET = historyRoute(
  {
    path: "/api/ambulance-bookings/{id}/history",
    operationId: "getAmbulanceBookingHistory",
    summary: "List what happened to an ambulance request, and who did it",
    tags: ["Ambulances"],
  },
  listCallHistory,
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
