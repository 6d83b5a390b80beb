import { defineRoute } from "@/lib/actor/define-route";
import { loadWaitlistNumbers } from "@/lib/domain/waitlist/queries";
import { numbersOutput, numbersQuery } from "@/lib/domain/waitlist/schema";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/waitlist/numbers",
    operationId: "getWaitlistNumbers",
    summary: "Count what became of the times offered: your own as a doctor, or your hospital's",
    tags: ["Waitlist"],
    auth: "required",
    query: numbersQuery,
    response: { status: 200, schema: numbersOutput },
    errors: ["not-found"],
  },
  ({ actor, query }) => loadWaitlistNumbers(actor, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
