import { defineRoute } from "@/lib/actor/define-route";
import { leaveWaitlist } from "@/lib/domain/waitlist/leave-waitlist";
import { toEntryOutput } from "@/lib/domain/waitlist/output";
import { getEntry } from "@/lib/domain/waitlist/queries";
import { entryIdInput, entryOutput } from "@/lib/domain/waitlist/schema";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/waitlist/{id}",
    operationId: "getWaitlistEntry",
    summary: "Get a waitlist entry, with the time offered now",
    tags: ["Waitlist"],
    auth: "required",
    params: entryIdInput,
    response: { status: 200, schema: entryOutput },
    errors: ["not-found"],
    etag: (entry) => entry.version,
  },
  async ({ actor, params }) => toEntryOutput(await getEntry(actor, params.id)),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/waitlist/{id}",
    operationId: "leaveWaitlist",
    summary: "Leave the waitlist",
    description: "A time that is offered at the moment passes to the next person. The entry stays readable.",
    tags: ["Waitlist"],
    auth: "required",
    params: entryIdInput,
    response: { status: 204 },
    errors: ["not-found", "forbidden"],
  },
  async ({ actor, params }) => {
    await leaveWaitlist(actor, params.id);
  },
);

export { OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
