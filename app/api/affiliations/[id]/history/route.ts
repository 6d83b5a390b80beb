import { historyRoute } from "@/app/api/history-route";
import { listAffiliationHistory } from "@/lib/domain/affiliations/list-history";

export const GET = historyRoute(
  {
    path: "/api/affiliations/{id}/history",
    operationId: "getAffiliationHistory",
    summary: "List what happened to an affiliation, and who did it",
    tags: ["Affiliations"],
  },
  listAffiliationHistory,
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
