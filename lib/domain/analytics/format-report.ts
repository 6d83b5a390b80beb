import { csvLine, harmlessCell, UTF8_MARK } from "@/lib/platform/text/csv";
import {
  appointmentsIn,
  attendingShare,
  bookedShare,
  cameIn,
  cancelledShare,
  dispatchMinutes,
  emptyHours,
  leadDays,
  longWaitShare,
  missedShare,
  offersTakenShare,
  reachMinutes,
  stayDays,
  waitMinutes,
  withinEightShare,
} from "./format";
import type { Report } from "./schema-report";
import type { CallCounts, ReportTable, StayCounts, VisitCounts } from "./status";

type Cell = string | number | null;
type Columns<T> = Record<string, (counts: T) => number | null>;

const VISITS: Columns<VisitCounts> = {
  appointments: appointmentsIn,
  came: cameIn,
  completed: ({ completed }) => completed,
  missed: ({ noShow }) => noShow,
  left: ({ left }) => left,
  cancelled: ({ cancelled }) => cancelled,
  declined: ({ declined }) => declined,
  expired: ({ expired }) => expired,
  confirmed: ({ confirmed }) => confirmed,
  pending: ({ pending }) => pending,
  missed_share: missedShare,
  cancelled_share: cancelledShare,
  said_they_would_come_share: attendingShare,
  booked_ahead_days: leadDays,
  wait_minutes: waitMinutes,
  long_wait_share: longWaitShare,
  offered_minutes: ({ offeredMinutes }) => offeredMinutes,
  booked_minutes: ({ bookedMinutes }) => bookedMinutes,
  booked_share: bookedShare,
  waitlist_offers: ({ offers }) => offers,
  waitlist_offers_taken: ({ offersTaken }) => offersTaken,
  waitlist_offers_taken_share: offersTakenShare,
  waitlist_minutes_filled: ({ filledMinutes }) => filledMinutes,
  waitlist_days_earlier: ({ earlierMinutes }) => earlierMinutes / 1_440,
};

const BEDS: Columns<StayCounts & { takenDays: number; days: number }> = {
  taken_on_average: ({ takenDays, days }) => (days > 0 ? takenDays / days : null),
  admissions: ({ admitted }) => admitted,
  discharges: ({ discharged }) => discharged,
  stay_days: stayDays,
  beds_taken_again: ({ turned }) => turned,
  empty_hours: emptyHours,
};

const CALLS: Columns<CallCounts> = {
  calls: ({ calls }) => calls,
  completed: ({ completed }) => completed,
  cancelled: ({ cancelled }) => cancelled,
  dispatched: ({ dispatched }) => dispatched,
  minutes_to_dispatch: dispatchMinutes,
  reached: ({ reached }) => reached,
  minutes_to_patient: reachMinutes,
  within_eight_minutes_share: withinEightShare,
};

/** Returns a table of a report as a CSV file, with the mark by which spreadsheets recognise UTF-8. */
export function reportFile(report: Report, table: ReportTable): string {
  return (
    UTF8_MARK +
    linesOf(report, table)
      .map((line) => csvLine(line.map(cellText)))
      .join("")
  );
}

function linesOf({ visits, beds, calls, ...report }: Report, table: ReportTable): Cell[][] {
  switch (table) {
    case "days":
      return tableOf(["from", "to"], visits.points, ({ from, to }) => [from, to], VISITS);
    case "hours":
      return tableOf(["hour"], visits.hours, ({ hour }) => [hour], VISITS);
    case "leads":
      return tableOf(["booked_ahead_from_days"], visits.leads, ({ fromDays }) => [fromDays], VISITS);
    case "reminders":
      return tableOf(["reminded"], visits.reminders, ({ isReminded }) => [isReminded ? "yes" : "no"], VISITS);
    case "doctors":
      return tableOf(
        ["id", "name", "department"],
        report.doctors,
        ({ id, name, department }) => [id, name, department],
        VISITS,
      );
    case "departments":
      return tableOf(["department"], report.departments, ({ name }) => [name], VISITS);
    case "places":
      return tableOf(["id", "name"], report.places, ({ id, name }) => [id, name], VISITS);
    case "beds":
      return tableOf(["from", "to"], beds?.points ?? [], ({ from, to }) => [from, to], BEDS);
    case "calls":
      return tableOf(["from", "to"], calls?.points ?? [], ({ from, to }) => [from, to], CALLS);
  }
}

function tableOf<C, R extends C>(
  names: string[],
  rows: readonly R[],
  named: (row: R) => Cell[],
  columns: Columns<C>,
): Cell[][] {
  const lines = rows.map((row) => [...named(row), ...Object.values(columns).map((of) => of(row))]);
  return [[...names, ...Object.keys(columns)], ...lines];
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "number" ? String(Math.round(cell * 1e4) / 1e4) : harmlessCell(cell);
}
