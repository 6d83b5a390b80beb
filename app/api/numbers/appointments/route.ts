import { defineRoute } from "@/lib/actor/define-route";
import { listBehind } from "@/lib/domain/analytics/list-behind";
import { behindQuery, countedAppointmentOutput } from "@/lib/domain/analytics/schema-report";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/numbers/appointments",
    operationId: "listCountedAppointments",
    summary: "List the appointments behind a number, the latest first",
    description:
      "For the hospital's staff (`hospitalId`) and for the doctor (`doctorId`). Administrators see counts alone.",
    tags: ["Numbers"],
    auth: "required",
    query: behindQuery.extend({ limit, cursor: cursor.optional() }),
    response: { status: 200, schema: pageOf(countedAppointmentOutput) },
    errors: ["not-found"],
  },
  ({ actor, query: { limit, cursor, ...query } }) => listBehind(actor, query, { limit, cursor }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
