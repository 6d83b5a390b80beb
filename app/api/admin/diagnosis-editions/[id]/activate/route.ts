import { z } from "zod";
import { activateEdition } from "@/lib/domain/codes/activate-edition";
import { toOutput } from "@/lib/domain/codes/output";
import { editionOutput } from "@/lib/domain/codes/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/diagnosis-editions/{id}/activate",
    operationId: "activateDiagnosisEdition",
    summary: "Make doctors search in this edition from now on",
    tags: ["Administration"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: editionOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  async ({ actor, params, ifMatch }) => toOutput(await activateEdition(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
