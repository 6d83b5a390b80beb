import { z } from "zod";
import { listMerges } from "@/lib/domain/merges/queries";
import { mergeOutput, mergesQuery } from "@/lib/domain/merges/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/merges",
    operationId: "listPatientMerges",
    summary: "List a hospital's merges of records, undone ones too",
    description: "Newest first. For the hospital's staff.",
    tags: ["Patients"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    query: mergesQuery,
    response: { status: 200, schema: pageOf(mergeOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listMerges(actor, params.id, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
