import { z } from "zod";
import { listAccessesTo } from "@/lib/domain/audit/queries";
import { accessLogQuery, accessOutput } from "@/lib/domain/audit/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/patients/{id}/access-log",
    operationId: "listRecordAccesses",
    summary: "List who opened or changed a patient's records, when and why, newest first",
    tags: ["Records"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    query: accessLogQuery,
    response: { status: 200, schema: pageOf(accessOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listAccessesTo(actor, params.id, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
