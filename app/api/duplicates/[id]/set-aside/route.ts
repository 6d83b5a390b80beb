import { z } from "zod";
import { comparisonOutput } from "@/lib/domain/merges/schema";
import { suggestAgain, tellApart } from "@/lib/domain/merges/tell-apart";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });
const response = { status: 200, schema: comparisonOutput } as const;

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/duplicates/{id}/set-aside",
    operationId: "tellRecordsApart",
    summary: "Mark two records as different people",
    description: "They leave the hospital's list of likely duplicates. Repeating it is fine.",
    tags: ["Patients"],
    auth: "required",
    params,
    response,
    errors: ["not-found"],
  },
  ({ actor, params }) => tellApart(actor, params.id),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/duplicates/{id}/set-aside",
    operationId: "suggestDuplicateAgain",
    summary: "Put two records back on the list of likely duplicates",
    tags: ["Patients"],
    auth: "required",
    params,
    response,
    errors: ["not-found"],
  },
  ({ actor, params }) => suggestAgain(actor, params.id),
);

export { GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
