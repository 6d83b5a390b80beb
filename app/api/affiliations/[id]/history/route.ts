import { historyRoute } from "@/app/api/history-route";
import { loadAffiliationHistory } from "@/lib/domain/affiliations/load-history";

export const GET = historyRoute(
  {
    path: "/api/affiliations/{id}/history",
    operationId: "getAffiliationHistory",
    summary: "List what happened to an affiliation, and who did it",
    tags: ["Affiliations"],
  },
  loadAffiliationHistory,
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
