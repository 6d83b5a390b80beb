import { addDisplay } from "@/lib/domain/displays/add-display";
import { listDisplays } from "@/lib/domain/displays/queries";
import { addDisplayBody, displayListQuery, displayOutput, newDisplayOutput } from "@/lib/domain/displays/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { doctorAsOwner } from "@/lib/actor/owner";
import { byId } from "@/lib/platform/http/by-id";
import { pageOf } from "@/lib/platform/input/query";

const common = byId("/api/doctors/{id}/waiting-displays");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Waiting room"],
    method: "GET",
    operationId: "listDisplaysOfDoctor",
    summary: "List the screens on the wall of a doctor's own practice, newest first",
    description: "For the doctor.",
    query: displayListQuery,
    response: { status: 200, schema: pageOf(displayOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listDisplays(actor, doctorAsOwner(params), query),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Waiting room"],
    method: "POST",
    operationId: "addDisplayOfDoctor",
    summary: "Add a screen on the wall of a doctor's own practice",
    description:
      "For the doctor. `url` is answered this once; a browser that opens it shows numbers and rooms, live and without an account.",
    body: addDisplayBody,
    response: { status: 201, schema: newDisplayOutput },
    idempotent: true,
    errors: ["not-found", "quota-reached"],
  },
  ({ actor, params, body }) => addDisplay(actor, doctorAsOwner(params), body),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
