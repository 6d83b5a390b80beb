import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { appointmentsIn } from "@/lib/domain/analytics/format";
import type { Report } from "@/lib/domain/analytics/schema-report";
import { counted } from "@/lib/platform/text/counted";
import { ReportComparison } from "./report-comparison";
import type { ReportOwner, ReportPortal } from "./report-page";
import { ReportParts } from "./report-parts";
import { ReportRange } from "./report-range";

export type ReportViewProps = {
  report: Report;
  portal: ReportPortal;
  /** Whose numbers they are: a name, and the query of the API. */
  owner: string;
  whose: ReportOwner;
  children?: ReactNode;
};

/** A report on any days, in each portal alike. */
export function ReportView({ report, portal, owner, whose, children }: ReportViewProps) {
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            {owner} · as of <LocalTime instant={report.asOf} style="datetime" />
          </>
        }
        title={reportTitle(report)}
        actions={<PrintButton />}
      />
      {children}
      <ReportRange key={`${report.from} ${report.to}`} portal={portal} report={report} />
      <ReportComparison report={report} />
      <ReportParts report={report} portal={portal} whose={whose} />
    </>
  );
}

/** "1,240 appointments", also of the tab. */
export function reportTitle({ visits }: Report): string {
  const count = appointmentsIn(visits.total);
  return count === 0 ? "No appointments on these days" : counted(count, "appointment");
}
