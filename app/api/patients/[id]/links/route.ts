import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { listLinks } from "@/lib/domain/sharing/list-links";
import { makeLink } from "@/lib/domain/sharing/make-link";
import { linkListQuery, linkOutput, makeLinkBody, newLinkOutput } from "@/lib/domain/sharing/schema-links";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

const params = z.strictObject({ id: uuid });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/patients/{id}/links",
    tags: ["Sharing"],
    auth: "required",
    operationId: "listRecordLinks",
    summary: "List the links to parts of a record, and what has opened them, newest first",
    params,
    query: linkListQuery,
    response: { status: 200, schema: pageOf(linkOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listLinks(actor, params.id, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/patients/{id}/links",
    tags: ["Sharing"],
    auth: "required",
    operationId: "makeRecordLink",
    summary: "Make a link that opens parts of a record without an account",
    description:
      "For the patient and those who do everything for them. `url` is answered this once; a person opens it in a browser. It opens nothing once it has ended, or its maker may no longer share the record.",
    params,
    body: makeLinkBody,
    response: { status: 201, schema: newLinkOutput },
    errors: ["not-found", "forbidden", "quota-reached"],
    idempotent: true,
  },
  ({ actor, params, body }) => makeLink(actor, { ...body, patientId: params.id }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
