import { z } from "zod";
import { toOutput } from "@/lib/domain/contacts/output";
import { listToCall } from "@/lib/domain/contacts/queries";
import { toCallOutput, toCallStatus } from "@/lib/domain/contacts/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/to-call",
    operationId: "listPeopleToCall",
    summary: "List people to call: a change affects them, and we can't notify them online",
    description:
      "Open calls are listed oldest first; with `status=done`, completed ones newest first. Covers your hospital, or the doctor's own patients.",
    tags: ["To call"],
    auth: "required",
    query: z.strictObject({ status: toCallStatus.default("open"), limit, cursor: cursor.optional() }),
    response: { status: 200, schema: pageOf(toCallOutput) },
  },
  async ({ actor, query: { status, ...page } }) => {
    const { items, nextCursor } = await listToCall(actor, { status }, page);
    return { items: items.map(toOutput), nextCursor };
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
