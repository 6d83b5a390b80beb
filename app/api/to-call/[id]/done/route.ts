import { z } from "zod";
import { toOutput } from "@/lib/domain/contacts/output";
import { markCalled } from "@/lib/domain/contacts/mark-called";
import { toCallOutput } from "@/lib/domain/contacts/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/to-call/{id}/done",
    operationId: "markPersonCalled",
    summary: "Mark a person as called",
    tags: ["To call"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: toCallOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (call) => call.version,
  },
  async ({ actor, params, ifMatch }) => toOutput(await markCalled(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
