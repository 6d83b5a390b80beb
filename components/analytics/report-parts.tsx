"use client";
import { CalendarCheck } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { appointmentsIn } from "@/lib/domain/analytics/format";
import type { Report } from "@/lib/domain/analytics/schema-report";
import { BedsOverTime, CallsOverTime } from "./report-operations";
import type { ReportOwner, ReportPortal } from "./report-page";
import { ReportTables } from "./report-tables";
import { ReportTiles } from "./report-tiles";
import { VisitsByHour, VisitsByLead, VisitsOverTime } from "./report-visits";

type Props = { report: Report; portal: ReportPortal; whose: ReportOwner };

/** A whole report: the numbers, the plots, and the tables behind them. */
export function ReportParts({ report, portal, whose }: Props) {
  const { visits, beds, calls, unit } = report;
  if (
    appointmentsIn(visits.total) +
      (beds?.total.takenDays ?? 0) +
      (beds?.total.came ?? 0) +
      (calls?.total.calls ?? 0) ===
    0
  )
    return (
      <EmptyState
        icon={<CalendarCheck />}
        title="Nothing on these days"
        text="Appointments, stays and calls are counted here within seconds. Choose other days."
      />
    );
  return (
    <>
      <ReportTiles report={report} portal={portal} />
      <div className="grid items-start gap-4 xl:grid-cols-2 print:grid-cols-1">
        <div className="min-w-0 xl:col-span-2">
          <VisitsOverTime report={report} />
        </div>
        {visits.hours.length > 0 ? (
          <>
            <VisitsByHour report={report} />
            <VisitsByLead report={report} />
          </>
        ) : null}
        {beds && beds.total.came + beds.total.takenDays > 0 ? <BedsOverTime beds={beds} unit={unit} /> : null}
        {calls && calls.total.calls > 0 ? <CallsOverTime calls={calls} unit={unit} /> : null}
      </div>
      <ReportTables report={report} portal={portal} whose={whose} />
    </>
  );
}
