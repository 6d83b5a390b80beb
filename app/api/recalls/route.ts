import { defineRoute } from "@/lib/actor/define-route";
import { toRecallOutput } from "@/lib/domain/recalls/output";
import { listRecalls } from "@/lib/domain/recalls/queries";
import { recallOutput, recallQuery, setRecallInput } from "@/lib/domain/recalls/schema";
import { setRecall } from "@/lib/domain/recalls/set-recall";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/recalls",
    operationId: "listRecalls",
    summary: "List recalls: your patients', and those you have set as a doctor, by month",
    description: "Every read of a reason is logged.",
    tags: ["Recalls"],
    auth: "required",
    query: recallQuery,
    response: { status: 200, schema: pageOf(recallOutput) },
  },
  async ({ actor, query: { limit, cursor, ...filter } }) => {
    const page = await listRecalls(actor, filter, { limit, ...(cursor ? { cursor } : {}) });
    return { ...page, items: page.items.map(toRecallOutput) };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/recalls",
    operationId: "setRecall",
    summary: "Ask the patient of a visit to come again around a month, as its doctor",
    description:
      "Four weeks before the month, the people who book for the patient hear that it is time to book, but not why. They hear nothing if an appointment with the doctor has been booked by then.",
    tags: ["Recalls"],
    auth: "required",
    body: setRecallInput,
    response: { status: 201, schema: recallOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "quota-reached"],
    idempotent: true,
    etag: (recall) => recall.version,
    location: (recall) => `/api/recalls/${recall.id}`,
  },
  ({ actor, body }) => setRecall(actor, body),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
