import { z } from "zod";
import { getComparison } from "@/lib/domain/merges/queries";
import { comparisonOutput } from "@/lib/domain/merges/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/duplicates/{id}",
    operationId: "compareRecords",
    summary: "Compare two records, and see what stands against merging them",
    description: "Identity and administrative facts only. For the staff of the hospital both have been at.",
    tags: ["Patients"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: comparisonOutput },
    errors: ["not-found"],
  },
  ({ actor, params }) => getComparison(actor, params.id),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
