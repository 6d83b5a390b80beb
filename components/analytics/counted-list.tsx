"use client";
import { CalendarCheck } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import type { CountedAppointment } from "@/lib/domain/analytics/schema-report";
import { STATUS_LABELS, STATUS_TONES } from "@/lib/domain/appointments/format";
import { routes } from "@/lib/site/routes";

type Props = { visits: readonly CountedAppointment[]; portal: "hospital" | "doctor" };

/** The appointments behind a number; each leads to its page. */
export function CountedList({ visits, portal }: Props) {
  if (visits.length === 0)
    return (
      <EmptyState icon={<CalendarCheck />} title="No such appointments" text="Choose another outcome, or other days." />
    );
  const visitPage = portal === "hospital" ? routes.hospital.appointment : routes.doctor.visit;
  return (
    <Table caption="Appointments">
      <thead>
        <tr>
          <TableHead>Time</TableHead>
          <TableHead>Patient</TableHead>
          {portal === "hospital" ? <TableHead>Doctor</TableHead> : null}
          <TableHead>Status</TableHead>
        </tr>
      </thead>
      <tbody>
        {visits.map(({ id, start, status, patientName, doctorName }) => (
          <TableRow key={id}>
            <TableCell className="whitespace-nowrap tabular">
              <LocalTime instant={start} style="datetime" />
            </TableCell>
            <TableCell className="min-w-40">
              <Link href={visitPage(id)} className="touch-target rounded-sm font-medium hover:underline">
                {patientName}
              </Link>
            </TableCell>
            {portal === "hospital" ? <TableCell className="min-w-40">{doctorName}</TableCell> : null}
            <TableCell>
              <StatusBadge tone={STATUS_TONES[status]} label={STATUS_LABELS[status]} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
