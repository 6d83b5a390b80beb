import { addAmbulance } from "@/lib/domain/ambulances/add-ambulance";
import { toAmbulanceOutput } from "@/lib/domain/ambulances/output";
import { listAmbulances } from "@/lib/domain/ambulances/queries-fleet";
import { ambulanceInput, ambulanceListQuery, ambulanceOutput } from "@/lib/domain/ambulances/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { pageOf } from "@/lib/platform/input/query";

const common = byId("/api/hospitals/{id}/ambulances");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Ambulances"],
    method: "GET",
    operationId: "listAmbulances",
    summary: "List your hospital's vehicles, by registration",
    query: ambulanceListQuery,
    response: { status: 200, schema: pageOf(ambulanceOutput) },
    errors: ["not-found"],
  },
  async ({ actor, params, query }) => {
    const page = await listAmbulances(actor, params.id, query);
    return { ...page, items: page.items.map(toAmbulanceOutput) };
  },
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Ambulances"],
    method: "POST",
    operationId: "addAmbulance",
    summary: "Add a vehicle to the fleet",
    body: ambulanceInput,
    idempotent: true,
    response: { status: 201, schema: ambulanceOutput },
    errors: ["not-found", "forbidden", "already-exists"],
    etag: (ambulance) => ambulance.version,
    location: (ambulance) => `/api/ambulances/${ambulance.id}`,
  },
  async ({ actor, params, body }) => toAmbulanceOutput(await addAmbulance(actor, { ...body, hospitalId: params.id })),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
