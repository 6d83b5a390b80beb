import { announceRoute } from "@/app/api/disruptions/announce-route";
import { announceHolidays } from "@/lib/domain/disruptions/announce-closure";
import { getHolidays } from "@/lib/domain/disruptions/get-holidays";
import { toOutput } from "@/lib/domain/disruptions/output";
import { holidaysBody, holidaysOutput, holidaysQuery } from "@/lib/domain/disruptions/schema-closures";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/hospitals/{id}/holidays");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Disruptions"],
    method: "GET",
    operationId: "getHolidays",
    summary: "Get a year's public holidays, and on which of them the hospital is closed",
    description: "For the hospital's staff. The days come from the package date-holidays.",
    query: holidaysQuery,
    response: { status: 200, schema: holidaysOutput },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => getHolidays(actor, { ...query, hospitalId: params.id }),
);

export const POST = defineRoute(
  {
    ...common,
    ...announceRoute,
    operationId: "announceHolidays",
    summary: "Close the hospital on public holidays",
    description:
      "Closes the hours of all doctors at once, including hours they add later, and tells the patients affected two minutes later; until then it can be undone. For the hospital's managers.",
    body: holidaysBody,
    errors: ["not-found", "unavailable"],
  },
  async ({ actor, params, body }) => toOutput(await announceHolidays(actor, { ...body, hospitalId: params.id })),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
