import { addDisplay } from "@/lib/domain/displays/add-display";
import { listDisplays } from "@/lib/domain/displays/queries";
import { addDisplayBody, displayListQuery, displayOutput, newDisplayOutput } from "@/lib/domain/displays/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { hospitalAsOwner } from "@/lib/actor/owner";
import { byId } from "@/lib/platform/http/by-id";
import { pageOf } from "@/lib/platform/input/query";

const common = byId("/api/hospitals/{id}/waiting-displays");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Waiting room"],
    method: "GET",
    operationId: "listDisplaysOfHospital",
    summary: "List the screens on the wall of a hospital, newest first",
    description: "For the hospital's staff.",
    query: displayListQuery,
    response: { status: 200, schema: pageOf(displayOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listDisplays(actor, hospitalAsOwner(params), query),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Waiting room"],
    method: "POST",
    operationId: "addDisplayOfHospital",
    summary: "Add a screen on the wall of a hospital",
    description:
      "For the hospital's staff. `url` is answered this once; a browser that opens it shows numbers and rooms, live and without an account.",
    body: addDisplayBody,
    response: { status: 201, schema: newDisplayOutput },
    idempotent: true,
    errors: ["not-found", "quota-reached"],
  },
  ({ actor, params, body }) => addDisplay(actor, hospitalAsOwner(params), body),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
