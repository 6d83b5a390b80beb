"use client";
import { Plot } from "@/components/ui/plot";
import { useReader } from "@/components/ui/reader";
import { counted } from "@/lib/platform/text/counted";
import type { SpreadOverTime } from "@/lib/domain/analytics/rules-spread";
import type { Unit } from "@/lib/domain/analytics/rules-time";
import { decimal, inUnit, stretchName } from "./numbers-words";
import { POINT_LABELS } from "./spread-plot";

type Props = { dispatches: SpreadOverTime; arrivals: SpreadOverTime; unit: Unit };

/** From the call to the dispatch, and to the ambulance at the patient: medians over time. */
export function CallsPlot({ dispatches, arrivals, unit }: Props) {
  const reader = useReader();
  const say = (value: number) => inUnit(value, "minute", reader.locale);
  const { median: dispatched } = dispatches.all;
  const { median: there, p90: mostThere } = arrivals.all;
  const parts = [
    dispatched === null
      ? null
      : `Median time to dispatch ${say(dispatched)} (${counted(dispatches.all.count, "call")}).`,
    there === null || mostThere === null
      ? null
      : `Median time to the patient ${say(there)}, 90th percentile ${say(mostThere)}.`,
  ];
  return (
    <Plot
      title="Ambulance response"
      text={parts.filter(Boolean).join(" ") || "No data yet."}
      points={arrivals.points.map((point) => stretchName(point, unit, reader))}
      series={[
        { name: "Median, call to patient", look: "line", values: arrivals.points.map((point) => point.median) },
        { name: "Median, call to dispatch", look: "dashed", values: dispatches.points.map((point) => point.median) },
      ]}
      format={say}
      formatTick={(value) => decimal(value, reader.locale)}
      unit="minutes"
      pointLabel={POINT_LABELS[unit]}
    />
  );
}
