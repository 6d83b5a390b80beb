"use client";
import { Plot } from "@/components/ui/plot";
import { useReader } from "@/components/ui/reader";
import type { SpreadOverTime } from "@/lib/domain/analytics/rules-spread";
import type { Unit } from "@/lib/domain/analytics/rules-time";
import { decimal, inUnit, stretchName } from "./numbers-words";

export const POINT_LABELS: Record<Unit, string> = { hour: "Hour", day: "Day", week: "Week" };

type Props = {
  title: string;
  spread: SpreadOverTime;
  unit: Unit;
  /** The unit of the values, and of the display: hours are shown as days. */
  values: "minutes" | "hours";
  /** What was measured, and of how many: "stay", "40 discharges". */
  measure: string;
  counted: (count: number) => string;
};

/** How long something took over time: median and 90th percentile. */
export function SpreadPlot({ title, spread, unit, values, measure, counted }: Props) {
  const reader = useReader();
  const shown = (value: number | null) => (value === null || values === "minutes" ? value : value / 24);
  const say = (value: number) => inUnit(value, values === "minutes" ? "minute" : "day", reader.locale);
  const [median, p90] = [shown(spread.all.median), shown(spread.all.p90)];
  return (
    <Plot
      title={title}
      text={
        median === null || p90 === null
          ? "No data yet."
          : `Median ${measure} ${say(median)}, 90th percentile ${say(p90)} (${counted(spread.all.count)}).`
      }
      points={spread.points.map((point) => stretchName(point, unit, reader))}
      series={[
        { name: "Median", look: "line", values: spread.points.map((point) => shown(point.median)) },
        { name: "90th percentile", look: "dashed", values: spread.points.map((point) => shown(point.p90)) },
      ]}
      format={say}
      formatTick={(value) => decimal(value, reader.locale)}
      unit={values === "minutes" ? "minutes" : "days"}
      pointLabel={POINT_LABELS[unit]}
    />
  );
}
