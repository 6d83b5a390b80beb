import { changeAmbulance } from "@/lib/domain/ambulances/change-ambulance";
import { toAmbulanceOutput } from "@/lib/domain/ambulances/output";
import { getAmbulance } from "@/lib/domain/ambulances/queries-fleet";
import { removeAmbulance } from "@/lib/domain/ambulances/remove-ambulance";
import { ambulanceOutput, changeAmbulanceInput } from "@/lib/domain/ambulances/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/ambulances/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Ambulances"],
    method: "GET",
    operationId: "getAmbulance",
    summary: "Get a vehicle of your hospital",
    // No ETag: a vehicle's condition follows from its calls, which its version does not count.
    response: { status: 200, schema: ambulanceOutput },
    errors: ["not-found"],
  },
  async ({ actor, params }) => toAmbulanceOutput(await getAmbulance(actor, params.id)),
);

export const PATCH = defineRoute(
  {
    ...common,
    tags: ["Ambulances"],
    method: "PATCH",
    operationId: "changeAmbulance",
    summary: "Change a vehicle, or put it in or out of service",
    body: changeAmbulanceInput,
    response: { status: 200, schema: ambulanceOutput },
    errors: ["not-found", "forbidden", "already-exists", "ambulance-taken", "version-mismatch"],
    ifMatch: true,
    etag: (ambulance) => ambulance.version,
  },
  async ({ actor, params, body, ifMatch }) => toAmbulanceOutput(await changeAmbulance(actor, params.id, body, ifMatch)),
);

export const DELETE = defineRoute(
  {
    ...common,
    tags: ["Ambulances"],
    method: "DELETE",
    operationId: "removeAmbulance",
    summary: "Remove a vehicle from the fleet; past calls still show it",
    response: { status: 204 },
    errors: ["not-found", "forbidden", "ambulance-taken", "version-mismatch"],
    ifMatch: true,
  },
  ({ actor, params, ifMatch }) => removeAmbulance(actor, params.id, ifMatch),
);

export { OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
