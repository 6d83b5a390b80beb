import type { ComingVisit } from "@/lib/domain/schedules/queries";
import type { Reach } from "@/lib/domain/contacts/rules";
import { instantText } from "@/lib/platform/time/iso-text";
import type { DisruptionRow, Progress, VisitRow } from "./queries";
import type { DisruptionOutput, ReachCounts } from "./schema";
import { dateText } from "./rules";
import { MAX_PREVIEWED, type VisitStand } from "./status";

/** Returns the wire format of a disruption. */
export function toOutput(row: DisruptionRow & { progress: Progress }): DisruptionOutput {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    doctorId: row.doctorId,
    hospitalId: row.hospitalId,
    departmentId: row.departmentId,
    label: row.label,
    closedOn: row.closedOn.map(dateText),
    from: dateText(row.firstOn),
    to: dateText(row.lastOn),
    interval: row.startTime && row.endTime ? { start: row.startTime, end: row.endTime } : null,
    lateMinutes: row.lateMinutes,
    tellAt: row.tellAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    counts: row.progress,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** An appointment that would be affected, and how its patient would be told. */
export type AffectedVisit = { visit: ComingVisit; reach: Reach };

/** Returns which patients would be told, and how, without names: how many there are, and the first hundred of them. */
export function toPreview(affected: AffectedVisit[]) {
  const first = affected
    .toSorted((a, b) => a.visit.startsAt.getTime() - b.visit.startsAt.getTime())
    .slice(0, MAX_PREVIEWED);
  return {
    dryRun: true as const,
    counts: countReaches(affected),
    visits: first.map(({ visit, reach }) => ({
      appointmentId: visit.id,
      patientId: visit.patientId,
      start: instantText(visit.startsAt),
      end: instantText(visit.endsAt),
      by: reach.by,
    })),
  };
}

function countReaches(affected: AffectedVisit[]): ReachCounts {
  const count = (...ways: Reach["by"][]) => affected.filter(({ reach }) => ways.includes(reach.by)).length;
  return {
    visits: affected.length,
    told: count("EMAIL", "NOTIFICATION"),
    toCall: count("PHONE"),
    unreachable: count("NONE"),
  };
}

/** Returns an affected appointment as the API answers it. */
export function toVisitOutput(row: VisitRow, stand: VisitStand) {
  const { appointment } = row;
  return {
    appointmentId: appointment.id,
    patientId: appointment.patientId,
    was: instantText(row.startsAt),
    start: instantText(appointment.startsAt),
    status: appointment.status,
    version: appointment.version,
    by: row.reach as Reach["by"] | null,
    stand,
  };
}
