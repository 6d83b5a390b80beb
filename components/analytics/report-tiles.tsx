"use client";
import { useReader } from "@/components/ui/reader";
import { LocaleText } from "@/components/ui/locale-text";
import { StatGrid, StatTile } from "@/components/ui/stat-tile";
import {
  appointmentsIn,
  bookedShare,
  cancelledShare,
  emptyHours,
  leadDays,
  missedShare,
  reachMinutes,
  stayDays,
  waitMinutes,
} from "@/lib/domain/analytics/format";
import { daysBetween } from "@/lib/platform/time/local-date";
import type { Report } from "@/lib/domain/analytics/schema-report";
import type { CountedOperation, Outcome } from "@/lib/domain/analytics/status";
import { countedPage, operationsPage, type ReportPortal } from "./report-page";
import { changeText, written, type Measure } from "./report-words";

type Tile = {
  label: string;
  measure: Measure;
  now: number | null;
  before: number | null;
  /** The appointments behind it have this outcome. */
  outcome?: Outcome | "all";
  /** Or these stays, calls or filled times are behind it. */
  what?: CountedOperation;
};

/** The most important numbers of the stretch, each compared with the stretch before. */
export function ReportTiles({ report, portal }: { report: Report; portal: ReportPortal }) {
  const { locale } = useReader();
  const behind = countedPage(portal, report);
  const operations = operationsPage(portal, report);
  const hrefOf = ({ outcome, what }: Tile) => {
    const list = what && operations(what);
    if (list) return { href: list };
    return outcome && behind ? { href: behind(outcome === "all" ? undefined : outcome) } : {};
  };
  return (
    <StatGrid className="mb-5">
      {tilesOf(report).map((tile) => (
        <StatTile
          key={tile.label}
          label={tile.label}
          value={<LocaleText>{written(tile.now, tile.measure, locale)}</LocaleText>}
          {...hrefOf(tile)}
          note={<LocaleText>{changeText(tile.now, tile.before, tile.measure, locale)}</LocaleText>}
        />
      ))}
    </StatGrid>
  );
}

function tilesOf({ visits, beds, calls, ...report }: Report): Tile[] {
  const { total, before } = visits;
  const of = (label: string, measure: Measure, value: (counts: typeof total) => number | null): Tile => {
    return { label, measure, now: value(total), before: value(before) };
  };
  const tiles: Tile[] = [
    { ...of("Appointments", "count", appointmentsIn), outcome: "all" },
    { ...of("Missed", "share", missedShare), outcome: "missed" },
    { ...of("Cancelled", "share", cancelledShare), outcome: "cancelled" },
    of("Booked ahead, on average", "days", leadDays),
    of("Wait after check-in, on average", "minutes", waitMinutes),
    of("Offered time that was booked", "share", bookedShare),
    { ...of("Times filled from the waitlist", "count", ({ offersTaken }) => offersTaken), what: "gains" },
  ];
  return [...tiles, ...(beds ? bedTiles(beds, report) : []), ...(calls ? callTiles(calls) : [])].filter(
    ({ now, before: earlier }) => now !== null || earlier !== null,
  );
}

function bedTiles(
  { total, before, beds, points }: NonNullable<Report["beds"]>,
  report: Omit<Report, "visits" | "beds" | "calls">,
): Tile[] {
  if (total.came + before.came + total.takenDays === 0) return [];
  const days = points.reduce((sum, point) => sum + point.days, 0);
  const daysBefore = daysBetween(report.before.from, report.before.to) + 1;
  const taken = (bedDays: number, of: number) => (beds > 0 && of > 0 ? bedDays / (beds * of) : null);
  return [
    {
      label: "Beds taken",
      measure: "share",
      now: taken(total.takenDays, days),
      before: taken(before.takenDays, daysBefore),
      what: "stays",
    },
    {
      label: "Length of stay, on average",
      measure: "days",
      now: stayDays(total),
      before: stayDays(before),
      what: "discharges",
    },
    {
      label: "Bed empty between patients",
      measure: "hours",
      now: emptyHours(total),
      before: emptyHours(before),
      what: "turnovers",
    },
  ];
}

function callTiles({ total, before }: NonNullable<Report["calls"]>): Tile[] {
  if (total.calls + before.calls === 0) return [];
  return [
    { label: "Ambulance calls", measure: "count", now: total.calls, before: before.calls, what: "calls" },
    {
      label: "Ambulance at the patient, on average",
      measure: "minutes",
      now: reachMinutes(total),
      before: reachMinutes(before),
      what: "calls",
    },
  ];
}
