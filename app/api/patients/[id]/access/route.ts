import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { listAccess } from "@/lib/domain/family/list-access";
import { accessOutput, familyListQuery } from "@/lib/domain/family/schema";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/patients/{id}/access",
    operationId: "listAccess",
    summary: "List who acts for a patient",
    description:
      "All of them for the patient and a child's parents, your own access otherwise. Access that has ended by itself is listed as not active.",
    tags: ["Family"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    query: familyListQuery,
    response: { status: 200, schema: pageOf(accessOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listAccess(actor, params.id, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
