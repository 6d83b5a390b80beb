import { announceAway } from "@/lib/domain/disruptions/announce-away";
import { toOutput } from "@/lib/domain/disruptions/output";
import { listDisruptions } from "@/lib/domain/disruptions/queries";
import { awayInput, disruptionOutput, disruptionsQuery } from "@/lib/domain/disruptions/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { announceRoute } from "./announce-route";

const common = { path: "/api/disruptions", auth: "required" } as const;

export const GET = defineRoute(
  {
    ...common,
    tags: ["Disruptions"],
    method: "GET",
    operationId: "listDisruptions",
    summary: "List days that don't go to plan, latest first",
    description: "Doctors see their own; a hospital's staff see those that affect their hospital.",
    query: disruptionsQuery,
    response: { status: 200, schema: pageOf(disruptionOutput) },
  },
  async ({ actor, query }) => {
    const { items, nextCursor } = await listDisruptions(actor, query);
    return { items: items.map(toOutput), nextCursor };
  },
);

export const POST = defineRoute(
  {
    ...common,
    ...announceRoute,
    operationId: "announceAway",
    summary: "Say that a doctor is away",
    description:
      "Closes the hours at once and tells the patients affected two minutes later; until then it can be undone. For the doctor, and for the hospital's staff at their hospital.",
    body: awayInput,
    errors: ["not-found"],
  },
  async ({ actor, body }) => toOutput(await announceAway(actor, body)),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
