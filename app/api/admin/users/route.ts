import { listPeople } from "@/lib/domain/administration/queries";
import { peopleQuery, personOutput } from "@/lib/domain/administration/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/users",
    operationId: "listUsers",
    summary: "Accounts, the newest first",
    tags: ["Administration"],
    auth: "required",
    query: peopleQuery,
    response: { status: 200, schema: pageOf(personOutput) },
    errors: ["not-found"],
  },
  ({ actor, query }) => listPeople(actor, query),
);

export const OPTIONS = preflight;
export {
  refuseMethod as POST,
  refuseMethod as PUT,
  refuseMethod as PATCH,
  refuseMethod as DELETE,
} from "@/lib/platform/http/refuse-method";
