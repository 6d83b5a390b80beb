import type { Absence, AffectedVisit } from "@/components/disruptions/absence-view";
import { toOutput, toVisitOutput } from "@/lib/domain/disruptions/output";
import { standOfRow, type Disruption, type VisitRow } from "@/lib/domain/disruptions/queries";
import { routes } from "@/lib/site/routes";

/** Returns an absence as the practice's screens show it. */
export function toAbsence(row: Disruption): Absence {
  const { kind, closedOn, label, ...out } = toOutput(row);
  const { id, version, status, from, to, interval, lateMinutes, tellAt, counts } = out;
  return {
    ...{ id, version, status, from, to, interval, lateMinutes, tellAt, counts },
    doctorName: row.doctor?.name ?? null,
    kind,
    closedOn,
    label,
    placeName: row.hospital?.name ?? null,
    canChange: row.canChange,
  };
}

/** Returns an affected appointment; one that a colleague has taken over can be opened by the hospital alone. */
export function toAffected(row: VisitRow, portal: "doctor" | "hospital"): AffectedVisit {
  const { appointmentId, was, start, status, by, stand } = toVisitOutput(row, standOfRow(row));
  const { patient, schedule, doctor, doctorId } = row.appointment;
  const isOwn = portal === "hospital" || doctorId === row.doctorId;
  const open = portal === "doctor" ? routes.doctor.visit : routes.hospital.appointment;
  return {
    ...{ id: appointmentId, was, start, status, by, stand },
    href: isOwn ? open(appointmentId) : null,
    doctorName: doctor.name,
    patientName: patient.name,
    phone: patient.phone,
    timeZone: (schedule ?? doctor).timeZone,
  };
}
