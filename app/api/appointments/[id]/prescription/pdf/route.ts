import { z } from "zod";
import { listUncovered, renderPrescription } from "@/components/prescriptions/prescription-pdf";
import { openPrescription } from "@/lib/domain/prescriptions/open-prescription";
import { PDF_LIMIT } from "@/lib/domain/prescriptions/rules";
import { pdfQuery } from "@/lib/domain/prescriptions/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { AppError } from "@/lib/platform/errors/app-error";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/appointments/{id}/prescription/pdf",
    operationId: "getPrescriptionPdf",
    summary: "Download the prescription of a signed visit as a PDF",
    description:
      "`422` when it has characters that the PDF's fonts lack, such as Chinese: a prescription is never printed with gaps.",
    tags: ["Records"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    query: pdfQuery,
    rateLimit: [{ ...PDF_LIMIT, by: "actor" }],
    response: { status: 200, schema: z.string(), contentType: "application/pdf" },
    errors: ["not-found", "invalid"],
  },
  async ({ actor, params, query }) => {
    const prescription = await openPrescription(actor, params.id);
    if ((await listUncovered(prescription)).length > 0)
      throw new AppError("invalid", "The PDF's fonts lack some of the characters. Print the page instead.");
    const file = await renderPrescription(prescription, query.paper);
    return new Response(new Uint8Array(file), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="prescription.pdf"',
      },
    });
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
