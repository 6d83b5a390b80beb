import type { Metadata } from "next";
import { readReader } from "@/app/read-reader";
import { ownPrescription } from "@/app/(patient)/patient/records/prescriptions/own-prescription";
import { NoPdfNote, PdfLink } from "@/components/prescriptions/pdf-link";
import { listUncovered } from "@/components/prescriptions/prescription-pdf";
import { PrescriptionSheet } from "@/components/prescriptions/prescription-sheet";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Prescription" };

export default async function PrescriptionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const prescription = await ownPrescription(await requirePageActor(routes.patient.prescription(id)), id);
  const [{ reader }, uncovered] = await Promise.all([readReader(), listUncovered(prescription)]);
  const hasPdf = uncovered.length === 0;
  return (
    <>
      <PageHeader
        className="print:hidden"
        back={{ href: routes.patient.visit(id), label: "Appointment" }}
        title={prescription.withdrawn ? "This prescription was withdrawn" : "Your prescription is ready to print"}
        text="Take it to a pharmacy, on paper or on your phone."
        actions={
          <>
            <PrintButton />
            {hasPdf ? <PdfLink appointmentId={id} locale={reader.locale} /> : null}
          </>
        }
      />
      {hasPdf ? null : <NoPdfNote />}
      <PrescriptionSheet prescription={prescription} />
    </>
  );
}
