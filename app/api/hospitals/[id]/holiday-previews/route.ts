import { previewRoute } from "@/app/api/disruptions/announce-route";
import { previewHolidays } from "@/lib/domain/disruptions/announce-closure";
import { toPreview } from "@/lib/domain/disruptions/output";
import { holidaysBody } from "@/lib/domain/disruptions/schema-closures";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/hospitals/{id}/holiday-previews"),
    ...previewRoute,
    operationId: "previewHolidays",
    summary: "See which patients would be told that the hospital closes on public holidays, and how",
    body: holidaysBody,
    errors: ["not-found", "unavailable"],
  },
  async ({ actor, params, body }) => toPreview(await previewHolidays(actor, { ...body, hospitalId: params.id })),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
