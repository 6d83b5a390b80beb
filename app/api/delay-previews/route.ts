import { previewRoute } from "@/app/api/disruptions/announce-route";
import { previewLate } from "@/lib/domain/disruptions/announce-late";
import { toPreview } from "@/lib/domain/disruptions/output";
import { lateInput } from "@/lib/domain/disruptions/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    ...previewRoute,
    path: "/api/delay-previews",
    auth: "required",
    operationId: "previewLate",
    summary: "See which patients would be told that a doctor is late, and how",
    body: lateInput,
    errors: ["not-found"],
  },
  async ({ actor, body }) => toPreview(await previewLate(actor, body)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
