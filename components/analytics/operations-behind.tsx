"use client";
import { BedDouble } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LocaleText } from "@/components/ui/locale-text";
import { LocalTime } from "@/components/ui/local-time";
import { useReader } from "@/components/ui/reader";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import type { OperationBehind } from "@/lib/domain/analytics/schema-report";
import type { CountedOperation } from "@/lib/domain/analytics/status";
import { routes } from "@/lib/site/routes";
import { OPERATION_TEXTS } from "./operations-words";
import { written } from "./report-words";

type Props = { what: CountedOperation; rows: readonly OperationBehind[]; timeZone: string };

/** The stays, calls or filled times behind a number; each leads to its page, as far as there is one. */
export function OperationsBehind({ what, rows, timeZone }: Props) {
  const { locale } = useReader();
  const { title, at, place, measured, none } = OPERATION_TEXTS[what];
  if (rows.length === 0) return <EmptyState icon={<BedDouble />} title={none} text="Choose other days." />;
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <TableHead>{at}</TableHead>
          <TableHead>Patient</TableHead>
          <TableHead>{place}</TableHead>
          <TableHead>{measured?.name ?? "Until"}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell className="whitespace-nowrap tabular">
              <LocalTime instant={row.at} style="datetime" timeZone={timeZone} />
            </TableCell>
            <TableCell className="min-w-40">
              <Who what={what} row={row} />
            </TableCell>
            <TableCell className="min-w-32">{row.place ?? "–"}</TableCell>
            <TableCell className="whitespace-nowrap tabular">
              {measured ? (
                <LocaleText>
                  {written(row.minutes === null ? null : row.minutes / measured.minutes, measured.measure, locale)}
                </LocaleText>
              ) : row.until ? (
                <LocalTime instant={row.until} style="datetime" timeZone={timeZone} />
              ) : (
                "Still there"
              )}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Who({ what, row: { subjectId, patientName } }: { what: CountedOperation; row: OperationBehind }) {
  const name = patientName ?? "Not known";
  // A call's page is the board, where a call that has ended no longer is.
  if (what === "calls" || subjectId === null) return name;
  const page = what === "gains" ? routes.hospital.appointment : routes.hospital.stay;
  return (
    <Link href={page(subjectId)} className="touch-target rounded-sm font-medium hover:underline">
      {name}
    </Link>
  );
}
