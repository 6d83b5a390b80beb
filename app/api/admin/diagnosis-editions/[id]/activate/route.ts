import { activateEdition } from "@/lib/domain/codes/activate-edition";
import { toOutput } from "@/lib/domain/codes/output";
import { defineRoute } from "@/lib/actor/define-route";
import { editionStep } from "../../edition-step";

export const POST = defineRoute(
  {
    ...editionStep,
    path: "/api/admin/diagnosis-editions/{id}/activate",
    operationId: "activateDiagnosisEdition",
    summary: "Make doctors search in this edition from now on",
    tags: ["Administration"],
    errors: ["not-found", "invalid-transition", "version-mismatch"],
  },
  async ({ actor, params, ifMatch }) => toOutput(await activateEdition(actor, params.id, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
