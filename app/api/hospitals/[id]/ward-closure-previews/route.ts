import { previewClosure } from "@/lib/domain/ward-closures/close-ward";
import { toStayOutput } from "@/lib/domain/ward-closures/output";
import { closurePreviewOutput, CLOSURE_LIMIT, previewClosureBody } from "@/lib/domain/ward-closures/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/hospitals/{id}/ward-closure-previews"),
    tags: ["Beds"],
    method: "POST",
    operationId: "previewWardClosure",
    summary: "See who has one of the beds, and how they would be told",
    description: "Changes nothing.",
    body: previewClosureBody,
    rateLimit: [{ ...CLOSURE_LIMIT, by: "actor" }],
    response: { status: 200, schema: closurePreviewOutput },
    errors: ["not-found"],
  },
  async ({ actor, params, body }) => {
    const { items, ...preview } = await previewClosure(actor, { ...body, hospitalId: params.id });
    return { dryRun: true as const, ...preview, items: items.map(toStayOutput) };
  },
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
