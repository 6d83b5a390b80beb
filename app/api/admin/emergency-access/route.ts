import { defineRoute } from "@/lib/actor/define-route";
import { listReviews } from "@/lib/domain/emergency-access/queries";
import { reviewListQuery, reviewOutput } from "@/lib/domain/emergency-access/schema";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/emergency-access",
    operationId: "listEmergencyReviews",
    summary: "List emergency accesses that wait for a review, or were reviewed",
    tags: ["Administration"],
    auth: "required",
    query: reviewListQuery,
    response: { status: 200, schema: pageOf(reviewOutput) },
    errors: ["not-found"],
  },
  ({ actor, query }) => listReviews(actor, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
