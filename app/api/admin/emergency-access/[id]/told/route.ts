import { defineRoute } from "@/lib/actor/define-route";
import { notePatientTold } from "@/lib/domain/emergency-access/note-patient-told";
import { emergencyIdInput, reviewOutput } from "@/lib/domain/emergency-access/schema";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/emergency-access/{id}/told",
    operationId: "notePatientTold",
    summary: "Note that the patient was told of an emergency access by letter or phone",
    description:
      "For patients who have no account, so that no notification reaches them. It is noted once, and not by the doctor who opened the record.",
    tags: ["Administration"],
    auth: "required",
    params: emergencyIdInput,
    response: { status: 200, schema: reviewOutput },
    errors: ["not-found", "forbidden", "invalid-transition"],
  },
  ({ actor, params }) => notePatientTold(actor, params),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
