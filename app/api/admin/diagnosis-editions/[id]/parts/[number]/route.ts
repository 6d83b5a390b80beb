import { z } from "zod";
import { partBody, PART_BYTES } from "@/lib/domain/codes/schema";
import { storePart } from "@/lib/domain/codes/store-part";
import { defineRoute } from "@/lib/actor/define-route";
import { queryInt } from "@/lib/platform/input/query";
import { uuid } from "@/lib/platform/input/text";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/admin/diagnosis-editions/{id}/parts/{number}",
    operationId: "storeDiagnosisEditionPart",
    summary: "Upload one part of the file: 1 MiB each, counted from 1, the last one shorter",
    tags: ["Administration"],
    auth: "required",
    params: z.strictObject({ id: uuid, number: queryInt(1, 1_000) }),
    body: partBody,
    // Three bytes are four characters of base64.
    maxBodyBytes: 2 * PART_BYTES,
    rateLimit: [{ name: "diagnosis-edition-parts", limit: 1_000, windowSeconds: 3600, by: "actor" }],
    response: { status: 204 },
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params, body }) => storePart(actor, { ...params, ...body }),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
