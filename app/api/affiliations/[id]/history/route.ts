import { historyRoute } from "@/app/api/history-route";
import { loadAffiliationHistory } from "@/lib/domain/affiliations/load-history";
import { preflight } from "@/lib/platform/http/cors";

export const GET = historyRoute(
  {
    path: "/api/affiliations/{id}/history",
    operationId: "getAffiliationHistory",
    summary: "What happened between a doctor and a hospital, and who did it",
    tags: ["Affiliations"],
  },
  loadAffiliationHistory,
);

export const OPTIONS = preflight;
export {
  refuseMethod as POST,
  refuseMethod as PUT,
  refuseMethod as PATCH,
  refuseMethod as DELETE,
} from "@/lib/platform/http/refuse-method";
