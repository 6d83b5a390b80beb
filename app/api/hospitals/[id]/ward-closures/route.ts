import { closeWard } from "@/lib/domain/ward-closures/close-ward";
import { toOutput } from "@/lib/domain/ward-closures/output";
import { listWardClosures } from "@/lib/domain/ward-closures/queries";
import { closeWardBody, CLOSURE_LIMIT, wardClosureOutput, wardClosuresQuery } from "@/lib/domain/ward-closures/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { pageOf } from "@/lib/platform/input/query";

const common = { ...byId("/api/hospitals/{id}/ward-closures"), tags: ["Beds"] };

export const GET = defineRoute(
  {
    ...common,
    method: "GET",
    operationId: "listWardClosures",
    summary: "List the closed wards and beds, past and planned ones too, latest first",
    query: wardClosuresQuery,
    response: { status: 200, schema: pageOf(wardClosureOutput) },
    errors: ["not-found"],
  },
  async ({ actor, params, query }) => {
    const { items, nextCursor } = await listWardClosures(actor, params.id, query);
    return { items: items.map((row) => toOutput(row)), nextCursor };
  },
);

export const POST = defineRoute(
  {
    ...common,
    method: "POST",
    operationId: "closeWard",
    summary: "Close a ward or some of its beds",
    description:
      "Until they open again, the beds are given to no one and aren't counted as free. Patients in them stay until they are transferred. Patients with a reservation are told after two minutes; until then you can undo the closing.",
    body: closeWardBody,
    rateLimit: [{ ...CLOSURE_LIMIT, by: "actor" }],
    response: { status: 201, schema: wardClosureOutput },
    errors: ["not-found"],
    idempotent: true,
    etag: ({ version }) => version,
    location: ({ id }) => `/api/ward-closures/${id}`,
  },
  async ({ actor, params, body }) => toOutput(await closeWard(actor, { ...body, hospitalId: params.id })),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
