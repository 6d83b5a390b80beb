import { changeWard } from "@/lib/domain/beds/change-ward";
import { getWard } from "@/lib/domain/beds/list-wards";
import { removeWard } from "@/lib/domain/beds/remove-ward";
import { changeWardInput, wardOutput } from "@/lib/domain/beds/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/wards/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Beds"],
    method: "GET",
    operationId: "getWard",
    summary: "Get a ward and the current condition of its beds",
    response: { status: 200, schema: wardOutput },
    errors: ["not-found"],
    // Beds change without the ward's version: its ETag is for writing, so there is no 304.
  },
  ({ actor, params }) => getWard(actor, params.id),
);

export const PATCH = defineRoute(
  {
    ...common,
    tags: ["Beds"],
    method: "PATCH",
    operationId: "changeWard",
    summary: "Change a ward; fields left out stay the same",
    body: changeWardInput,
    response: { status: 200, schema: wardOutput },
    errors: ["not-found", "forbidden", "version-mismatch"],
    ifMatch: true,
    etag: (ward) => ward.version,
  },
  async ({ actor, params, body, ifMatch }) => {
    await changeWard(actor, params.id, body, ifMatch);
    return getWard(actor, params.id);
  },
);

export const DELETE = defineRoute(
  {
    ...common,
    tags: ["Beds"],
    method: "DELETE",
    operationId: "removeWard",
    summary: "Remove a ward and its beds, if none is occupied or reserved",
    response: { status: 204 },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
  },
  async ({ actor, params, ifMatch }) => void (await removeWard(actor, params, ifMatch)),
);

export { OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
