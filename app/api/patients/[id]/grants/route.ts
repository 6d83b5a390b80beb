import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { giveGrant } from "@/lib/domain/sharing/give-grant";
import { listGrants } from "@/lib/domain/sharing/queries";
import { giveGrantBody, grantListQuery, grantOutput } from "@/lib/domain/sharing/schema";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/patients/{id}/grants",
    operationId: "listGrants",
    summary: "List the doctors a record is or was shared with, newest first",
    tags: ["Sharing"],
    auth: "required",
    params,
    query: grantListQuery,
    response: { status: 200, schema: pageOf(grantOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listGrants(actor, params.id, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/patients/{id}/grants",
    operationId: "giveGrant",
    summary: "Share a record with a verified doctor",
    description:
      "For the patient and those who do everything for them. The doctor is told and reads from now on; what a parent shares ends on the patient's 18th birthday.",
    tags: ["Sharing"],
    auth: "required",
    params,
    body: giveGrantBody,
    response: { status: 201, schema: grantOutput },
    errors: ["not-found", "forbidden", "already-exists", "quota-reached"],
    idempotent: true,
  },
  ({ actor, params, body }) => giveGrant(actor, { ...body, patientId: params.id }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
