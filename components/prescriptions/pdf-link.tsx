import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { paperOf } from "@/lib/domain/prescriptions/format";

type Props = { appointmentId: string; locale: string };

/** Downloads a prescription as a PDF, on the paper of the reader's country. */
export function PdfLink({ appointmentId, locale }: Props) {
  return (
    <Button asChild variant="secondary">
      <a href={`/api/appointments/${appointmentId}/prescription/pdf?paper=${paperOf(locale)}`} download>
        <Download aria-hidden /> Download PDF
      </a>
    </Button>
  );
}

/** Says why there is no PDF. */
export function NoPdfNote() {
  return (
    <p className="mx-auto mb-4 max-w-3xl text-sm text-quiet print:hidden">
      This prescription has letters that our PDF files can&apos;t show. Print this page instead: your browser can save
      it as a PDF, too.
    </p>
  );
}
