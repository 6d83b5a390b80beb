import { z } from "zod";
import { getMerge } from "@/lib/domain/merges/queries";
import { mergeOutput } from "@/lib/domain/merges/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/patient-merges/{id}",
    operationId: "getPatientMerge",
    summary: "Get a merge",
    description: "For the staff of the hospital that merged.",
    tags: ["Patients"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: mergeOutput },
    errors: ["not-found"],
  },
  ({ actor, params }) => getMerge(actor, params.id),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
