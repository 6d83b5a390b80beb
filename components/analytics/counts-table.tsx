"use client";
import { Download } from "lucide-react";
import type { Route } from "next";
import { useId } from "react";
import { Link } from "@/components/ui/link";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { NumberHeads, Table, TableCell, TableRow } from "@/components/ui/table";
import {
  appointmentsIn,
  attendingShare,
  bookedShare,
  cameIn,
  cancelledShare,
  leadDays,
  missedShare,
  waitMinutes,
} from "@/lib/domain/analytics/format";
import type { Outcome, VisitCounts } from "@/lib/domain/analytics/status";
import { written, type Measure } from "./report-words";

type Column = { name: string; measure: Measure; of: (counts: VisitCounts) => number | null; outcome?: Outcome | "all" };

const COLUMNS: Column[] = [
  { name: "Appointments", measure: "count", of: appointmentsIn, outcome: "all" },
  { name: "Came", measure: "count", of: cameIn, outcome: "came" },
  { name: "Missed", measure: "count", of: ({ noShow }) => noShow, outcome: "missed" },
  { name: "Missed, share", measure: "share", of: missedShare },
  { name: "Left", measure: "count", of: ({ left }) => left, outcome: "left" },
  { name: "Cancelled", measure: "count", of: ({ cancelled }) => cancelled, outcome: "cancelled" },
  { name: "Cancelled, share", measure: "share", of: cancelledShare },
  { name: "Confirmed they'd come", measure: "share", of: attendingShare },
  { name: "Booked ahead", measure: "days", of: leadDays },
  { name: "Wait", measure: "minutes", of: waitMinutes },
  { name: "Offered time booked", measure: "share", of: bookedShare },
];

export type CountsRow = VisitCounts & {
  id: string;
  name: string;
  /** Where the appointments behind a number are; nowhere for those who see counts alone. */
  behind?: ((outcome: Outcome | undefined) => Route) | undefined;
};

type Props = {
  title: string;
  text: string;
  /** The name of the first column. */
  rowLabel: string;
  rows: readonly CountsRow[];
  /** Where the same table is as a file. */
  file: string;
  /** With how many said beforehand that they would come. */
  hasAttending?: boolean;
};

/** Appointments told apart by something: what became of them, in counts and shares. */
export function CountsTable({ title, text, rowLabel, rows, file, hasAttending = false }: Props) {
  const id = useId();
  const shown = hasAttending ? COLUMNS : COLUMNS.filter(({ of }) => of !== attendingShare);
  const columns = shown.filter(({ of }) => rows.some((row) => of(row) !== null && of(row) !== 0));
  return (
    <section aria-labelledby={id} className="min-w-0 break-inside-avoid">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
        <div>
          <h2 id={id} className="text-base">
            {title}
          </h2>
          <p className="max-w-prose text-sm text-quiet">{text}</p>
        </div>
        <FileLink href={file} what={title} />
      </div>
      <Table caption={title}>
        <NumberHeads rows={rowLabel} columns={columns.map(({ name }) => name)} />
        <tbody className="tabular">
          {rows.map((row) => (
            <TableRow key={row.id}>
              <th scope="row" className="min-w-40 px-4 py-2 font-medium">
                {row.name}
              </th>
              {columns.map((column) => (
                <TableCell key={column.name} className="py-2 text-right whitespace-nowrap">
                  <Count row={row} column={column} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** A number, which leads to the appointments behind it. */
function Count({ row, column: { name, measure, of, outcome } }: { row: CountsRow; column: Column }) {
  const { locale } = useReader();
  const value = of(row);
  const text = <LocaleText>{written(value, measure, locale)}</LocaleText>;
  if (!row.behind || outcome === undefined || !value) return text;
  return (
    <Link
      href={row.behind(outcome === "all" ? undefined : outcome)}
      aria-label={`${row.name}, ${name}: ${written(value, measure, locale)}`}
      className="touch-target rounded-sm font-medium text-accent hover:underline"
    >
      {text}
    </Link>
  );
}

/** A table as a file for a spreadsheet. */
export function FileLink({ href, what }: { href: string; what: string }) {
  return (
    <a
      href={href}
      download
      data-print="hide"
      className="touch-target inline-flex items-center gap-1.5 rounded-sm text-sm font-medium text-accent hover:underline"
    >
      <Download aria-hidden className="size-4" />
      CSV<span className="sr-only"> of {what}</span>
    </a>
  );
}
