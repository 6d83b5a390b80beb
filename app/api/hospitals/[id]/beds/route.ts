import { addBed } from "@/lib/domain/beds/add-beds";
import { toBedOutput } from "@/lib/domain/beds/output";
import { getBed, listBeds } from "@/lib/domain/beds/list-beds";
import { addBedBody, bedListQuery, bedOutput } from "@/lib/domain/beds/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { pageOf } from "@/lib/platform/input/query";

const common = byId("/api/hospitals/{id}/beds");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Beds"],
    method: "GET",
    operationId: "listBeds",
    summary: "List the hospital's beds and their current condition, for its staff",
    query: bedListQuery,
    response: { status: 200, schema: pageOf(bedOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query: { limit, cursor, ...filter } }) => listBeds(actor, params.id, filter, { limit, cursor }),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Beds"],
    method: "POST",
    operationId: "addBed",
    summary: "Add a bed to a ward, as a manager of the hospital",
    body: addBedBody,
    response: { status: 201, schema: bedOutput },
    errors: ["not-found", "forbidden"],
    idempotent: true,
    etag: (bed) => bed.version,
    location: (bed) => `/api/beds/${bed.id}`,
  },
  async ({ actor, params, body }) =>
    toBedOutput(await getBed(actor, (await addBed(actor, { ...body, hospitalId: params.id })).id)),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
