import { loadOverview } from "@/lib/domain/administration/load-overview";
import { overviewOutput } from "@/lib/domain/administration/schema-overview";
import { defineRoute } from "@/lib/actor/define-route";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/overview",
    operationId: "getOverview",
    summary: "Read what is going on at every place together, and what needs a decision",
    tags: ["Administration"],
    auth: "required",
    response: { status: 200, schema: overviewOutput },
    errors: ["not-found"],
  },
  ({ actor }) => loadOverview(actor),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
