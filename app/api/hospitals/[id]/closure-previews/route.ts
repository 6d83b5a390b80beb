import { previewRoute } from "@/app/api/disruptions/announce-route";
import { previewClosure } from "@/lib/domain/disruptions/announce-closure";
import { toPreview } from "@/lib/domain/disruptions/output";
import { closureBody } from "@/lib/domain/disruptions/schema-closures";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/hospitals/{id}/closure-previews"),
    ...previewRoute,
    operationId: "previewClosure",
    summary: "See which patients would be told that a department is closed, and how",
    body: closureBody,
    errors: ["not-found", "unavailable"],
  },
  async ({ actor, params, body }) => toPreview(await previewClosure(actor, { ...body, hospitalId: params.id })),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
