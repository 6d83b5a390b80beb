"use client";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import type { Report } from "@/lib/domain/analytics/schema-report";
import { daysName } from "./report-words";

/** Which days are compared with which. */
export function ReportComparison({ report }: { report: Report }) {
  const reader = useReader();
  return (
    <LocaleText as="p" className="mb-3 text-sm text-quiet">
      {daysName(report, reader)}, compared with {daysName(report.before, reader)}
    </LocaleText>
  );
}
