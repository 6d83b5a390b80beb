"use client";
import { Plot } from "@/components/ui/plot";
import { useReader } from "@/components/ui/reader";
import { counted } from "@/lib/domain/analytics/format";
import type { SpreadOverTime } from "@/lib/domain/analytics/read-spread";
import type { Unit } from "@/lib/domain/analytics/rules-time";
import { decimal, inUnit, stretchName } from "./numbers-words";
import { POINT_LABELS } from "./spread-plot";

type Props = { dispatches: SpreadOverTime; arrivals: SpreadOverTime; unit: Unit };

/** From the call to the dispatch, and to the ambulance at the patient: what half of the calls did not exceed. */
export function CallsPlot({ dispatches, arrivals, unit }: Props) {
  const reader = useReader();
  const say = (value: number) => inUnit(value, "minute", reader.locale);
  const { median: dispatched } = dispatches.all;
  const { median: there, p90: mostThere } = arrivals.all;
  const parts = [
    dispatched === null ? null : `Of ${counted(dispatches.all.count, "call")}, half had a vehicle dispatched within ${say(dispatched)}.`,
    there === null || mostThere === null ? null : `It was with the patient within ${say(there)} for half, within ${say(mostThere)} for nine of ten.`,
  ];
  return (
    <Plot
      title="Ambulance response"
      text={parts.filter(Boolean).join(" ") || "Nothing to say yet."}
      points={arrivals.points.map((point) => stretchName(point, unit, reader))}
      series={[
        { name: "Call to patient, half at most", look: "line", values: arrivals.points.map((point) => point.median) },
        { name: "Call to dispatch, half at most", look: "dashed", values: dispatches.points.map((point) => point.median) },
      ]}
      format={say}
      formatTick={(value) => decimal(value, reader.locale)}
      unit="minutes"
      pointLabel={POINT_LABELS[unit]}
    />
  );
}
