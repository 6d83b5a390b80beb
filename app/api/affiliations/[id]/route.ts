import { z } from "zod";
import { assignDepartment } from "@/lib/domain/affiliations/assign-department";
import { toAffiliationOutput } from "@/lib/domain/affiliations/output";
import { getAffiliation } from "@/lib/domain/affiliations/queries";
import { affiliationOutput, departmentInput } from "@/lib/domain/affiliations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/affiliations/{id}",
    operationId: "getAffiliation",
    summary: "Get an affiliation",
    tags: ["Affiliations"],
    auth: "required",
    params,
    response: { status: 200, schema: affiliationOutput },
    errors: ["not-found"],
    etag: (affiliation) => affiliation.version,
  },
  async ({ actor, params: { id } }) => toAffiliationOutput(await getAffiliation(actor, id)),
);

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/affiliations/{id}",
    operationId: "assignDepartment",
    summary: "Assign the doctor to a department of the hospital, or to none",
    tags: ["Affiliations"],
    auth: "required",
    params,
    body: departmentInput,
    response: { status: 200, schema: affiliationOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (affiliation) => affiliation.version,
  },
  async ({ actor, params: { id }, body, ifMatch }) =>
    toAffiliationOutput(await assignDepartment(actor, id, body, ifMatch)),
);

export { DELETE, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
