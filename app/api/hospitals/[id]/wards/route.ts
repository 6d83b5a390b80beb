import { addWard } from "@/lib/domain/beds/add-ward";
import { toWardOutput } from "@/lib/domain/beds/output";
import { listWards } from "@/lib/domain/beds/list-wards";
import { addWardBody, wardListQuery, wardOutput } from "@/lib/domain/beds/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { pageOf } from "@/lib/platform/input/query";

const common = byId("/api/hospitals/{id}/wards");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Beds"],
    method: "GET",
    operationId: "listWards",
    summary: "List the hospital's wards and the current condition of their beds, for its staff",
    query: wardListQuery,
    response: { status: 200, schema: pageOf(wardOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listWards(actor, params.id, query),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Beds"],
    method: "POST",
    operationId: "addWard",
    summary: "Add a ward, as a manager of the hospital",
    body: addWardBody,
    response: { status: 201, schema: wardOutput },
    errors: ["not-found", "forbidden"],
    idempotent: true,
    etag: (ward) => ward.version,
    location: (ward) => `/api/wards/${ward.id}`,
  },
  async ({ actor, params, body }) => toWardOutput(await addWard(actor, { ...body, hospitalId: params.id })),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
