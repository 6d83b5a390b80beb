import { mergePatients } from "@/lib/domain/merges/merge-patients";
import { mergeInput, mergeOutput } from "@/lib/domain/merges/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/patient-merges",
    operationId: "mergePatients",
    summary: "Merge one record into another of the same person",
    description:
      "Everything that refers to the other record moves to the surviving one. Nothing is changed or lost, and it can be undone at any time. The patient's account is notified. A `409` says in `reason` what stands against it. For the staff of the hospital both have been at.",
    tags: ["Patients"],
    auth: "required",
    body: mergeInput,
    response: { status: 201, schema: mergeOutput },
    errors: ["not-found", "conflict"],
    idempotent: true,
    location: (merge) => `/api/patient-merges/${merge.id}`,
  },
  ({ actor, body }) => mergePatients(actor, body),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
