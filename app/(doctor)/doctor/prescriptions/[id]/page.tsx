import type { Metadata } from "next";
import { readReader } from "@/app/read-reader";
import { requireDoctor } from "@/app/(doctor)/doctor/require-doctor";
import { NoPdfNote, PdfLink } from "@/components/prescriptions/pdf-link";
import { listUncovered } from "@/components/prescriptions/prescription-pdf";
import { PrescriptionSheet } from "@/components/prescriptions/prescription-sheet";
import { WithdrawPrescription } from "@/components/prescriptions/withdraw-prescription";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { routes } from "@/lib/site/routes";
import { ownPrescription } from "./own-prescription";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Prescription" };

export default async function PrescriptionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const prescription = await ownPrescription(await requireDoctor(routes.doctor.prescription(id)), id);
  const { withdrawn } = prescription;
  const [{ reader }, uncovered] = await Promise.all([readReader(), listUncovered(prescription)]);
  const hasPdf = uncovered.length === 0;
  return (
    <>
      <PageHeader
        className="print:hidden"
        back={{ href: routes.doctor.visit(id), label: "Visit" }}
        title={withdrawn ? "You withdrew this prescription" : "Prescription"}
        text={withdrawn ? undefined : "The patient can print it too."}
        actions={
          <>
            <PrintButton />
            {hasPdf ? <PdfLink appointmentId={id} locale={reader.locale} /> : null}
            {withdrawn ? null : <WithdrawPrescription appointmentId={id} />}
          </>
        }
      />
      {hasPdf ? null : <NoPdfNote />}
      <PrescriptionSheet prescription={prescription} />
    </>
  );
}
