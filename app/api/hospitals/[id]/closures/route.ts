import { announceRoute } from "@/app/api/disruptions/announce-route";
import { announceClosure } from "@/lib/domain/disruptions/announce-closure";
import { toOutput } from "@/lib/domain/disruptions/output";
import { closureBody } from "@/lib/domain/disruptions/schema-closures";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/hospitals/{id}/closures"),
    ...announceRoute,
    operationId: "announceClosure",
    summary: "Close a department for some days",
    description:
      "Closes the hours of the department's doctors at once and tells the patients affected two minutes later; until then it can be undone.",
    body: closureBody,
    errors: ["not-found", "unavailable"],
  },
  async ({ actor, params, body }) => toOutput(await announceClosure(actor, { ...body, hospitalId: params.id })),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
