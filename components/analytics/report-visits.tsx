"use client";
import { Plot } from "@/components/ui/plot";
import { useReader } from "@/components/ui/reader";
import { appointmentsIn, cameIn, missedShare } from "@/lib/domain/analytics/format";
import type { Report } from "@/lib/domain/analytics/schema-report";
import type { VisitCounts } from "@/lib/domain/analytics/status";
import { counted } from "@/lib/platform/text/counted";
import { decimal, percent } from "./numbers-words";
import { daysName, hourName, leadName } from "./report-words";

export const UNIT_LABELS = { day: "Day", week: "Week", month: "Month" } as const;

type Point = { name: string; short: string; counts: VisitCounts };

/** Appointments over the stretch: those whose patients came, are still to come, and were missed or given up. */
export function VisitsOverTime({ report: { visits, unit } }: { report: Report }) {
  const reader = useReader();
  const points = visits.points.map((counts) => {
    const name = daysName(counts, reader);
    return { name, short: daysName({ from: counts.from, to: counts.from }, reader), counts };
  });
  const { total } = visits;
  const text =
    `${counted(appointmentsIn(total), "appointment")}: ${counted(cameIn(total), "patient")} came, ` +
    `${decimal(total.noShow, reader.locale)} missed theirs, ${decimal(total.cancelled, reader.locale)} were cancelled, ` +
    `${decimal(total.confirmed + total.pending, reader.locale)} are still to come or have no outcome.`;
  return <OutcomePlot title="Appointments" text={text} points={points} pointLabel={UNIT_LABELS[unit]} />;
}

/** The same appointments by the hour they begin. */
export function VisitsByHour({ report: { visits } }: { report: Report }) {
  const reader = useReader();
  const points = visits.hours.map(({ hour, ...counts }) => {
    return { name: hourName(hour, reader), short: hourName(hour, reader), counts };
  });
  return (
    <OutcomePlot
      title="By hour of the day"
      text={mostMissed(points, reader.locale, "at")}
      points={points}
      pointLabel="Hour"
    />
  );
}

/** And by how long before the time they were booked. */
export function VisitsByLead({ report: { visits } }: { report: Report }) {
  const reader = useReader();
  const points = visits.leads.map(({ fromDays, ...counts }, n) => {
    const name = leadName(fromDays, visits.leads[n + 1]?.fromDays);
    return { name, short: fromDays === 0 ? "< 1" : `${fromDays}+`, counts };
  });
  return (
    <OutcomePlot
      title="By how far ahead they were booked"
      text={mostMissed(points, reader.locale, "when booked ahead by")}
      points={points}
      pointLabel="Booked ahead"
    />
  );
}

type PlotProps = { title: string; text: string; points: Point[]; pointLabel: string };

function OutcomePlot({ title, text, points, pointLabel }: PlotProps) {
  const { locale } = useReader();
  const say = (value: number) => decimal(value, locale);
  const values = (of: (counts: VisitCounts) => number) => points.map(({ counts }) => of(counts));
  return (
    <Plot
      title={title}
      text={text}
      points={points}
      series={[
        {
          name: "Came, or still to come",
          look: "bar",
          values: values((counts) => cameIn(counts) + counts.confirmed + counts.pending),
        },
        {
          name: "Missed, left or cancelled",
          look: "hatched-bar",
          values: values(({ noShow, left, cancelled }) => noShow + left + cancelled),
        },
      ]}
      format={say}
      formatTick={say}
      unit="appointments"
      pointLabel={pointLabel}
    />
  );
}

/** Few appointments say nothing about a share. */
const ENOUGH = 10;

function mostMissed(points: readonly Point[], locale: string, word: string): string {
  const told = points.filter(({ counts }) => cameIn(counts) + counts.noShow + counts.left >= ENOUGH);
  const most = told.toSorted((a, b) => (missedShare(b.counts) ?? 0) - (missedShare(a.counts) ?? 0))[0];
  const share = most ? missedShare(most.counts) : null;
  if (!most || !share) return "There is no time at which more patients than usual miss their appointments.";
  return `Most are missed ${word} ${most.name.toLowerCase()}: ${percent(share, locale)}.`;
}
