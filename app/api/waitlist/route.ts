import { defineRoute } from "@/lib/actor/define-route";
import { joinWaitlist } from "@/lib/domain/waitlist/join-waitlist";
import { toEntryOutput } from "@/lib/domain/waitlist/output";
import { listEntries } from "@/lib/domain/waitlist/queries";
import { entryOutput, joinInput, waitlistQuery } from "@/lib/domain/waitlist/schema";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/waitlist",
    operationId: "listWaitlist",
    summary: "List waitlist entries: your patients', those with you as a doctor, or your hospital's, newest first",
    tags: ["Waitlist"],
    auth: "required",
    query: waitlistQuery,
    response: { status: 200, schema: pageOf(entryOutput) },
  },
  async ({ actor, query: { limit, cursor, ...filter } }) => {
    const page = await listEntries(actor, filter, { limit, ...(cursor ? { cursor } : {}) });
    return { ...page, items: page.items.map(toEntryOutput) };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/waitlist",
    operationId: "joinWaitlist",
    summary: "Ask for an earlier time",
    description:
      "With a doctor, or at a hospital with any doctor of a specialty or for a service. When a time opens it is offered to one person after the other, in the order of joining. If a time suits already, the answer is `409 times-open` with the first of them.",
    tags: ["Waitlist"],
    auth: "required",
    body: joinInput,
    response: { status: 201, schema: entryOutput },
    errors: ["not-found", "times-open", "already-exists", "quota-reached", "invalid-transition", "cancellation-notice"],
    idempotent: true,
    etag: (entry) => entry.version,
    location: (entry) => `/api/waitlist/${entry.id}`,
  },
  ({ actor, body }) => joinWaitlist(actor, body),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
