import { z } from "zod";
import { listDuplicates } from "@/lib/domain/merges/queries";
import { duplicateOutput, duplicatesQuery } from "@/lib/domain/merges/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/duplicates",
    operationId: "listLikelyDuplicates",
    summary: "List pairs of records that may be of one person",
    description:
      "Among the hospital's own patients, newest first, unless both have accounts of their own. With `status=set-aside`, those marked as different people. For the hospital's staff.",
    tags: ["Patients"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    query: duplicatesQuery,
    response: { status: 200, schema: pageOf(duplicateOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listDuplicates(actor, params.id, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
