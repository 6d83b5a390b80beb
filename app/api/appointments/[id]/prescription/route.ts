import { z } from "zod";
import { openPrescription } from "@/lib/domain/prescriptions/open-prescription";
import { prescriptionOutput } from "@/lib/domain/prescriptions/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/appointments/{id}/prescription",
    operationId: "getPrescription",
    summary: "Get the prescription of a signed visit, with the code a pharmacy checks it by",
    description:
      "For those who read the patient's record and the doctor who prescribed. Every read is logged. `404` when nothing was prescribed.",
    tags: ["Records"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: prescriptionOutput },
    errors: ["not-found"],
  },
  ({ actor, params }) => openPrescription(actor, params.id),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
