import { z } from "zod";
import { mergeOutput } from "@/lib/domain/merges/schema";
import { undoMerge } from "@/lib/domain/merges/undo-merge";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/patient-merges/{id}/undo",
    operationId: "undoPatientMerge",
    summary: "Undo a merge",
    description:
      "What it moved goes back, with what was added to that since. Everything else stays with the surviving record. For the staff of the hospital that merged.",
    tags: ["Patients"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: mergeOutput },
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params }) => undoMerge(actor, params.id),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
