import { z } from "zod";
import { openPrescription } from "@/lib/domain/prescriptions/open-prescription";
import { prescriptionOutput, withdrawBody } from "@/lib/domain/prescriptions/schema";
import { withdrawPrescription } from "@/lib/domain/prescriptions/withdraw-prescription";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments/{id}/prescription/withdraw",
    operationId: "withdrawPrescription",
    summary: "Withdraw a prescription for good, as the doctor who prescribed",
    description: "Its code is no longer valid, and the patient is notified.",
    tags: ["Records"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: withdrawBody,
    response: { status: 200, schema: prescriptionOutput },
    errors: ["not-found", "invalid-transition"],
  },
  async ({ actor, params, body }) => {
    await withdrawPrescription(actor, { appointmentId: params.id, ...body });
    return openPrescription(actor, params.id);
  },
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
