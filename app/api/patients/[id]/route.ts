import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { changeChild } from "@/lib/domain/family/change-child";
import { changeChildBody, changedChildOutput } from "@/lib/domain/family/schema";
import { uuid } from "@/lib/platform/input/text";

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/patients/{id}",
    operationId: "changeChild",
    summary: "Correct a child's name or date of birth; fields left out stay the same",
    description:
      "By a parent, until the child has an account of their own. A later date of birth only soon after the child was added.",
    tags: ["Family"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: changeChildBody,
    response: { status: 200, schema: changedChildOutput },
    errors: ["not-found", "forbidden", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  ({ actor, params, body, ifMatch }) => changeChild(actor, { ...body, id: params.id, version: ifMatch ?? undefined }),
);

export { DELETE, GET, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
