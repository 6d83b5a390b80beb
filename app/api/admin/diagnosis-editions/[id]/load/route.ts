import { confirmUpload } from "@/lib/domain/codes/confirm-upload";
import { toOutput } from "@/lib/domain/codes/output";
import { defineRoute } from "@/lib/actor/define-route";
import { editionStep } from "../../edition-step";

export const POST = defineRoute(
  {
    ...editionStep,
    path: "/api/admin/diagnosis-editions/{id}/load",
    operationId: "loadDiagnosisEdition",
    summary: "Load an uploaded edition in the background; it then becomes the active one",
    tags: ["Administration"],
    errors: ["not-found", "invalid-transition", "version-mismatch"],
  },
  async ({ actor, params, ifMatch }) => toOutput(await confirmUpload(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
