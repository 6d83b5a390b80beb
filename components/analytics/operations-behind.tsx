"use client";
import { BedDouble, Hourglass, Siren } from "lucide-react";
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

type Props = {
  portal: "hospital" | "doctor";
  what: CountedOperation;
  rows: readonly OperationBehind[];
  /** For a doctor their own; the times at a hospital are on the hospital's days. */
  timeZone: string;
};

/** The stays, calls or filled times behind a number; each leads to its page, as far as there is one. */
export function OperationsBehind({ portal, what, rows, timeZone }: Props) {
  const { locale } = useReader();
  const { title, at, place, measured, none } = OPERATION_TEXTS[what];
  if (rows.length === 0)
    return <EmptyState icon={iconOf(what)} title={none} text="Choose other days on the page of numbers." />;
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <TableHead>{at}</TableHead>
          <TableHead>Patient</TableHead>
          <TableHead>{portal === "doctor" ? "Place" : place}</TableHead>
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
              <Who portal={portal} what={what} row={row} />
            </TableCell>
            <TableCell className="min-w-32">{row.place ?? (portal === "doctor" ? "Own practice" : "–")}</TableCell>
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

function iconOf(what: CountedOperation) {
  if (what === "gains") return <Hourglass />;
  return what === "calls" ? <Siren /> : <BedDouble />;
}

type WhoProps = Pick<Props, "portal" | "what"> & { row: OperationBehind };

function Who({ portal, what, row: { subjectId, patientName } }: WhoProps) {
  const name = patientName ?? "Not known";
  // A call's page is the board, where a call that has ended no longer is.
  if (what === "calls" || subjectId === null) return name;
  const visit = portal === "doctor" ? routes.doctor.visit : routes.hospital.appointment;
  const page = what === "gains" ? visit : routes.hospital.stay;
  return (
    <Link href={page(subjectId)} className="touch-target rounded-sm font-medium hover:underline">
      {name}
    </Link>
  );
}
