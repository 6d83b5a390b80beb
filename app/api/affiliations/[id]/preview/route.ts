import { z } from "zod";
import { previewAffiliation } from "@/lib/domain/affiliations/change-affiliation";
import { affiliationPreviewOutput } from "@/lib/domain/affiliations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/affiliations/{id}/preview",
    operationId: "previewAffiliation",
    summary: "Count the appointments that suspending or ending an affiliation would affect",
    tags: ["Affiliations"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    rateLimit: [{ name: "preview-affiliation", limit: 240, windowSeconds: 60, by: "actor" }],
    response: { status: 200, schema: affiliationPreviewOutput },
    errors: ["not-found", "forbidden"],
  },
  ({ actor, params }) => previewAffiliation(actor, params.id),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
