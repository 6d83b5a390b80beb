import { defineRoute } from "@/lib/actor/define-route";
import { addChild } from "@/lib/domain/family/add-child";
import { listFamily } from "@/lib/domain/family/list-access";
import { addChildInput, familyListQuery, ownPatientOutput } from "@/lib/domain/family/schema";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/patients",
    operationId: "listPatients",
    summary: "List the people you act for, yourself first",
    tags: ["Family"],
    auth: "required",
    query: familyListQuery,
    response: { status: 200, schema: pageOf(ownPatientOutput) },
  },
  ({ actor, query }) => listFamily(actor, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/patients",
    operationId: "addChild",
    summary: "Add a child, and act for them until their 18th birthday",
    tags: ["Family"],
    auth: "required",
    body: addChildInput,
    response: { status: 201, schema: ownPatientOutput },
    errors: ["quota-reached"],
    idempotent: true,
  },
  ({ actor, body }) => addChild(actor, body),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
