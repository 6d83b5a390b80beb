import { changeBed } from "@/lib/domain/beds/change-bed";
import { toBedOutput } from "@/lib/domain/beds/output";
import { getBed } from "@/lib/domain/beds/list-beds";
import { removeBed } from "@/lib/domain/beds/remove-bed";
import { bedOutput, changeBedInput } from "@/lib/domain/beds/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/beds/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Beds"],
    method: "GET",
    operationId: "getBed",
    summary: "Get a bed and its current condition",
    response: { status: 200, schema: bedOutput },
    errors: ["not-found"],
    // Its bookings change without its version, so there is no 304.
  },
  async ({ actor, params }) => toBedOutput(await getBed(actor, params.id)),
);

export const PATCH = defineRoute(
  {
    ...common,
    tags: ["Beds"],
    method: "PATCH",
    operationId: "changeBed",
    summary: "Mark a bed as ready, being cleaned or out of service; managers can also change its label and ward",
    body: changeBedInput,
    response: { status: 200, schema: bedOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (bed) => bed.version,
  },
  async ({ actor, params, body, ifMatch }) => toBedOutput(await changeBed(actor, params.id, body, ifMatch)),
);

export const DELETE = defineRoute(
  {
    ...common,
    tags: ["Beds"],
    method: "DELETE",
    operationId: "removeBed",
    summary: "Remove a bed that is neither occupied nor reserved",
    response: { status: 204 },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
  },
  async ({ actor, params, ifMatch }) => void (await removeBed(actor, params, ifMatch)),
);

export { OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
