"use client";
import { Plot } from "@/components/ui/plot";
import { useReader } from "@/components/ui/reader";
import { counted } from "@/lib/platform/text/counted";
import type { VisitPoint } from "@/lib/domain/analytics/list-visit-outcomes";
import type { Unit } from "@/lib/domain/analytics/rules-time";
import { decimal, percent, stretchName } from "./numbers-words";
import { POINT_LABELS } from "./spread-plot";

/** Completed, missed, and left before being seen, stacked. */
export function VisitsPlot({ points, unit }: { points: VisitPoint[]; unit: Unit }) {
  const reader = useReader();
  const [came, missed, left] = [
    sum(points.map((point) => point.came)),
    sum(points.map((point) => point.missed)),
    sum(points.map((point) => point.left)),
  ];
  const leftText = left === 0 ? "" : ` ${counted(left, "patient")} left without being seen.`;
  const share = percent(came + missed + left === 0 ? 0 : missed / (came + missed + left), reader.locale);
  return (
    <Plot
      title="Attendance"
      text={`${counted(came, "patient")} came; ${missed === 0 ? "none" : counted(missed, "patient")} missed their appointment (${share}).${leftText}`}
      points={points.map((point) => stretchName(point, unit, reader))}
      series={[
        { name: "Came", look: "bar", values: points.map((point) => point.came) },
        { name: "Missed", look: "hatched-bar", values: points.map((point) => point.missed) },
        ...(left === 0
          ? []
          : [{ name: "Left without being seen", look: "bar" as const, values: points.map((point) => point.left) }]),
      ]}
      format={(value) => decimal(value, reader.locale)}
      formatTick={(value) => decimal(value, reader.locale)}
      unit="patients"
      pointLabel={POINT_LABELS[unit]}
    />
  );
}

function sum(values: number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
