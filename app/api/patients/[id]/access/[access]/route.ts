import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { changeAccess } from "@/lib/domain/family/change-access";
import { endAccess } from "@/lib/domain/family/end-access";
import { accessOutput, changeAccessBody } from "@/lib/domain/family/schema";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid, access: uuid });

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/patients/{id}/access/{access}",
    operationId: "changeAccess",
    summary: "Change what someone may do for a patient, and until when",
    description: "A person of age renews by it what their 18th birthday has ended.",
    tags: ["Family"],
    auth: "required",
    params,
    body: changeAccessBody,
    response: { status: 200, schema: accessOutput },
    errors: ["not-found", "forbidden", "last-access", "version-mismatch"],
    ifMatch: true,
    etag: (access) => access.version,
  },
  ({ actor, params, body, ifMatch }) =>
    changeAccess(actor, { ...body, patientId: params.id, id: params.access, version: ifMatch ?? undefined }),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/patients/{id}/access/{access}",
    operationId: "endAccess",
    summary: "End someone's access to a patient at once, or give up your own",
    tags: ["Family"],
    auth: "required",
    params,
    response: { status: 204 },
    errors: ["not-found", "forbidden", "last-access"],
  },
  async ({ actor, params }) => {
    await endAccess(actor, { patientId: params.id, id: params.access });
  },
);

export { GET, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
