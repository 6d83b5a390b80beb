"use client";
import { Plot } from "@/components/ui/plot";
import { useReader } from "@/components/ui/reader";
import { dispatchMinutes, reachMinutes, withinEightShare } from "@/lib/domain/analytics/format";
import type { BedNumbers, CallNumbers, Report } from "@/lib/domain/analytics/schema-report";
import { counted } from "@/lib/platform/text/counted";
import { decimal, inUnit, percent } from "./numbers-words";
import { daysName } from "./report-words";
import { UNIT_LABELS } from "./report-visits";

/** How many beds were taken on average, and how many patients came and went. */
export function BedsOverTime({ beds, unit }: { beds: BedNumbers; unit: Report["unit"] }) {
  const reader = useReader();
  const say = (value: number) => decimal(value, reader.locale);
  const { points, total } = beds;
  const days = points.reduce((sum, point) => sum + point.days, 0);
  const taken = days > 0 ? total.takenDays / days : 0;
  return (
    <Plot
      title="Beds taken"
      text={`On average ${say(taken)} of ${counted(beds.beds, "bed")} ${taken === 1 ? "was" : "were"} taken. ${counted(total.admitted, "admission")}, ${counted(total.discharged, "discharge")}.`}
      points={points.map((point) => ({
        name: daysName(point, reader),
        short: daysName({ ...point, to: point.from }, reader),
      }))}
      series={[
        {
          name: "Taken on average",
          look: "area",
          values: points.map((point) => (point.days > 0 ? point.takenDays / point.days : null)),
        },
        { name: "Beds now", look: "dashed", values: points.map(() => beds.beds) },
      ]}
      format={say}
      formatTick={say}
      unit="beds"
      pointLabel={UNIT_LABELS[unit]}
    />
  );
}

/** How soon an ambulance was on its way, and with the patient. */
export function CallsOverTime({ calls, unit }: { calls: CallNumbers; unit: Report["unit"] }) {
  const reader = useReader();
  const say = (value: number) => inUnit(value, "minute", reader.locale);
  const { points, total } = calls;
  const [reach, share] = [reachMinutes(total), withinEightShare(total)];
  const text = `${counted(total.calls, "call")}.`;
  return (
    <Plot
      title="Ambulance response"
      text={
        reach === null || share === null
          ? text
          : `${text} With the patient after ${say(reach)} on average, within eight minutes in ${percent(share, reader.locale)}.`
      }
      points={points.map((point) => ({
        name: daysName(point, reader),
        short: daysName({ ...point, to: point.from }, reader),
      }))}
      series={[
        { name: "To the patient, on average", look: "line", values: points.map(reachMinutes) },
        { name: "To the dispatch, on average", look: "dashed", values: points.map(dispatchMinutes) },
      ]}
      format={say}
      formatTick={(value) => decimal(value, reader.locale)}
      unit="minutes"
      pointLabel={UNIT_LABELS[unit]}
    />
  );
}
