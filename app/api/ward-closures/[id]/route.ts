import { toOutput } from "@/lib/domain/ward-closures/output";
import { getWardClosure } from "@/lib/domain/ward-closures/queries";
import { changeWardClosureInput, wardClosureOutput } from "@/lib/domain/ward-closures/schema";
import { changeWardClosure } from "@/lib/domain/ward-closures/step-ward-closure";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = { ...byId("/api/ward-closures/{id}"), tags: ["Beds"] };

export const GET = defineRoute(
  {
    ...common,
    method: "GET",
    operationId: "getWardClosure",
    summary: "Get a closed ward, and how many it affects",
    response: { status: 200, schema: wardClosureOutput },
    errors: ["not-found"],
    // What it affects changes without its version: its ETag is for writing, so there is no 304.
  },
  async ({ actor, params }) => toOutput(await getWardClosure(actor, params.id)),
);

export const PATCH = defineRoute(
  {
    ...common,
    method: "PATCH",
    operationId: "changeWardClosure",
    summary: "Close it for longer, or for less long",
    description: "Tells patients whose reservations are affected now, and those whose reservations stand after all.",
    body: changeWardClosureInput,
    response: { status: 200, schema: wardClosureOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  async ({ actor, params, body, ifMatch }) =>
    toOutput(await changeWardClosure(actor, { id: params.id, version: ifMatch, ...body })),
);

export { DELETE, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
