"use client";
import { useReader } from "@/components/ui/reader";
import type { Report } from "@/lib/domain/analytics/schema-report";
import type { ReportTable } from "@/lib/domain/analytics/status";
import { CountsTable, FileLink, type CountsRow } from "./counts-table";
import { countedPage, type ReportOwner, type ReportPortal } from "./report-page";
import { hourName, leadName } from "./report-words";

const PRACTICE = "Own practice";

type Props = { report: Report; portal: ReportPortal; whose: ReportOwner };
type TableOf = { table: ReportTable; title: string; text: string; rowLabel: string; rows: CountsRow[] };

/** The tables of a report: each number leads to the appointments behind it, and each table is a file, too. */
export function ReportTables({ report, portal, whose }: Props) {
  const query = new URLSearchParams({ ...whose, from: report.from, to: report.to });
  const file = (table: ReportTable) => `/api/numbers/files/${table}?${query}`;
  const tables = [...usePeopleTables(report, portal), ...useTimeTables(report, portal)];
  return (
    <div className="mt-8 grid gap-8">
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ table, ...shown }) => (
          <CountsTable key={table} {...shown} file={file(table)} hasAttending={table === "reminders"} />
        ))}
      <Files report={report} file={file} />
    </div>
  );
}

function usePeopleTables(report: Report, portal: ReportPortal): TableOf[] {
  const { doctors, departments, places } = report;
  const busiest = "The busiest first. The file has all of them.";
  return [
    {
      ...{ table: "doctors", title: "Doctors", text: busiest, rowLabel: "Doctor" },
      rows: doctors.map((row) => ({ ...row, behind: countedPage(portal, report, { doctor: row.id }) })),
    },
    {
      ...{ table: "departments", title: "Departments", rowLabel: "Department" },
      text: "By the department each doctor is in now.",
      rows:
        departments.length < 2
          ? []
          : departments.map((row) => ({ ...row, id: row.name ?? "", name: row.name ?? "No department" })),
    },
    {
      ...{ table: "places", text: busiest, rowLabel: "Place" },
      title: portal === "admin" ? "Hospitals" : "Places",
      rows: places.map((row) => ({ ...row, id: row.id ?? "", name: row.name ?? PRACTICE })),
    },
  ];
}

function useTimeTables(report: Report, portal: ReportPortal): TableOf[] {
  const reader = useReader();
  const { hours, leads, reminders, total } = report.visits;
  if (hours.length === 0) return [];
  return [
    {
      ...{ table: "hours", title: "Hours of the day", rowLabel: "From" },
      text: "When they begin, by the clock of the place.",
      rows: hours.map((row) => {
        const behind = countedPage(portal, report, { hour: row.hour });
        return { ...row, id: String(row.hour), name: hourName(row.hour, reader), behind };
      }),
    },
    {
      ...{ table: "leads", title: "Booked ahead", rowLabel: "Booked ahead by" },
      text: "From the booking to the time of the appointment.",
      rows: leads.map((row, n) => {
        const behind = countedPage(portal, report, { lead: row.fromDays });
        return { ...row, id: String(row.fromDays), name: leadName(row.fromDays, leads[n + 1]?.fromDays), behind };
      }),
    },
    {
      ...{ table: "reminders", title: "Reminders", rowLabel: "Patients" },
      text: "Appointments whose patients were sent a reminder of that time, and the others.",
      rows:
        total.completed + total.noShow === 0
          ? []
          : reminders.map(({ isReminded, ...counts }) => {
              const behind = countedPage(portal, report, { reminded: isReminded });
              return { ...counts, id: String(isReminded), name: isReminded ? "Reminded" : "Not reminded", behind };
            }),
    },
  ];
}

const FILES: Partial<Record<ReportTable, string>> = {
  days: "Appointments over time",
  beds: "Beds",
  calls: "Ambulance calls",
};

/** What the plots over time show, as files. */
function Files({ report, file }: { report: Report; file: (table: ReportTable) => string }) {
  const tables = (Object.keys(FILES) as ReportTable[]).filter(
    (table) => (table !== "beds" || report.beds) && (table !== "calls" || report.calls),
  );
  return (
    <section aria-labelledby="report-files" data-print="hide">
      <h2 id="report-files" className="mb-2 text-base">
        The plots over time, as files
      </h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {tables.map((table) => (
          <li key={table} className="flex items-center gap-2 text-sm">
            {FILES[table]} <FileLink href={file(table)} what={FILES[table] ?? ""} />
          </li>
        ))}
      </ul>
    </section>
  );
}
