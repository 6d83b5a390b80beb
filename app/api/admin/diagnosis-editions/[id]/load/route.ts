import { z } from "zod";
import { confirmUpload } from "@/lib/domain/codes/confirm-upload";
import { toOutput } from "@/lib/domain/codes/output";
import { editionOutput } from "@/lib/domain/codes/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/diagnosis-editions/{id}/load",
    operationId: "loadDiagnosisEdition",
    summary: "Load an uploaded edition in the background; it then becomes the active one",
    tags: ["Administration"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: editionOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  async ({ actor, params, ifMatch }) => toOutput(await confirmUpload(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
