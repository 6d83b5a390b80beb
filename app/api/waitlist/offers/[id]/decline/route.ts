import { defineRoute } from "@/lib/actor/define-route";
import { declineOffer } from "@/lib/domain/waitlist/decline-offer";
import { entryIdInput, entryOutput } from "@/lib/domain/waitlist/schema";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/waitlist/offers/{id}/decline",
    operationId: "declineOffer",
    summary: "Decline an offered time, which passes to the next person at once",
    tags: ["Waitlist"],
    auth: "required",
    params: entryIdInput,
    response: { status: 200, schema: entryOutput },
    errors: ["not-found", "forbidden", "invalid-transition"],
    etag: (entry) => entry.version,
  },
  ({ actor, params }) => declineOffer(actor, params.id),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
