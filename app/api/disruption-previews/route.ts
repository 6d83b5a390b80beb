import { previewRoute } from "@/app/api/disruptions/announce-route";
import { previewAway } from "@/lib/domain/disruptions/announce-away";
import { toPreview } from "@/lib/domain/disruptions/output";
import { awayInput } from "@/lib/domain/disruptions/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    ...previewRoute,
    path: "/api/disruption-previews",
    auth: "required",
    operationId: "previewAway",
    summary: "See which patients would be told that a doctor is away, and how",
    body: awayInput,
    errors: ["not-found"],
  },
  async ({ actor, body }) => toPreview(await previewAway(actor, body)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
