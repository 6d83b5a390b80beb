import { z } from "zod";
import { loadAffiliationHistory } from "@/lib/domain/affiliations/load-history";
import { historyOutput, toHistoryOutput } from "@/lib/domain/history/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { uuid } from "@/lib/platform/http/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/affiliations/{id}/history",
    operationId: "getAffiliationHistory",
    summary: "What happened between a doctor and a hospital, and who did it",
    tags: ["Affiliations"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: historyOutput },
    errors: ["not-found"],
  },
  async ({ actor, params: { id } }) => toHistoryOutput(await loadAffiliationHistory(actor, id)),
);

export const OPTIONS = preflight;
export { refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE } from "@/lib/platform/http/refuse-method";
