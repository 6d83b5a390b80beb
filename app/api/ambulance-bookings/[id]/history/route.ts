import { historyRoute } from "@/app/api/history-route";
import { loadCallHistory } from "@/lib/domain/ambulances/load-history";
import { preflight } from "@/lib/platform/http/cors";

export const GET = historyRoute(
  {
    path: "/api/ambulance-bookings/{id}/history",
    operationId: "getAmbulanceBookingHistory",
    summary: "What happened with a call, and who did it",
    tags: ["Ambulances"],
  },
  loadCallHistory,
);

export const OPTIONS = preflight;
export {
  refuseMethod as POST,
  refuseMethod as PUT,
  refuseMethod as PATCH,
  refuseMethod as DELETE,
} from "@/lib/platform/http/refuse-method";
