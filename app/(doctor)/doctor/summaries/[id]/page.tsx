import type { Metadata } from "next";
import { requireDoctor } from "@/app/(doctor)/doctor/require-doctor";
import { PATIENT_LABELS } from "@/components/records/signed-note";
import { VisitSummary } from "@/components/records/visit-summary";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { routes } from "@/lib/site/routes";
import { ownSummary } from "./own-summary";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Visit summary" };

export default async function SummaryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const summary = await ownSummary(await requireDoctor(routes.doctor.summary(id)), id);
  return (
    <>
      <PageHeader
        className="print:hidden"
        back={{ href: routes.doctor.visit(id), label: "Visit" }}
        title="Summary for the patient"
        text="In the words the patient reads. They can print it too."
        actions={<PrintButton />}
      />
      <VisitSummary {...summary} labels={PATIENT_LABELS} />
    </>
  );
}
