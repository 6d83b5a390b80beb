import { toAffiliationOutput } from "@/lib/domain/affiliations/output";
import { listAffiliations } from "@/lib/domain/affiliations/queries";
import { affiliationListQuery, affiliationOutput } from "@/lib/domain/affiliations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/affiliations",
    operationId: "listAffiliations",
    summary: "List affiliations of doctors with hospitals, newest first",
    description:
      "Doctors see their own, staff those of their hospital, administrators all. The active ones are public in `/api/hospitals/{id}/doctors`.",
    tags: ["Affiliations"],
    auth: "required",
    query: affiliationListQuery,
    response: { status: 200, schema: pageOf(affiliationOutput) },
  },
  async ({ actor, query: { limit, cursor, ...filter } }) => {
    const { items, nextCursor } = await listAffiliations(actor, filter, { limit, cursor });
    return { items: items.map(toAffiliationOutput), nextCursor };
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
