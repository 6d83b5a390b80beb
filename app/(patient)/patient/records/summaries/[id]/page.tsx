import type { Metadata } from "next";
import { ownSummary } from "@/app/(patient)/patient/records/summaries/own-summary";
import { PATIENT_LABELS } from "@/components/records/signed-note";
import { VisitSummary } from "@/components/records/visit-summary";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Visit summary" };

export default async function SummaryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const summary = await ownSummary(await requirePageActor(routes.patient.summary(id)), id);
  return (
    <>
      <PageHeader
        className="print:hidden"
        back={{ href: routes.patient.visit(id), label: "Appointment" }}
        title="What the doctor said"
        text="On one page to print, or to save as a PDF from your browser."
        actions={<PrintButton />}
      />
      <VisitSummary {...summary} labels={PATIENT_LABELS} />
    </>
  );
}
