"use client";
import { Plot } from "@/components/ui/plot";
import { useReader } from "@/components/ui/reader";
import { averageOver, extremesOf } from "@/lib/domain/analytics/format";
import type { OccupancyPoint } from "@/lib/domain/analytics/list-occupancy";
import type { Unit } from "@/lib/domain/analytics/rules-time";
import { decimal, percent, stretchName } from "./numbers-words";

type Props = { points: OccupancyPoint[]; unit: Unit; /** "the ward", "the hospital". */ where: string };

/** How many beds were occupied, by hour or day, below the line of the existing ones. */
export function OccupancyPlot({ points, unit, where }: Props) {
  const reader = useReader();
  const { locale } = reader;
  const name = (point: OccupancyPoint) => stretchName(point, unit, reader).name;
  const [taken, beds] = [averageOver(points, (point) => point.taken), averageOver(points, (point) => point.beds)];
  const ends = extremesOf(points, (point) => point.taken);
  const many = (value: number) => decimal(value, locale);
  const on = unit === "hour" ? "at" : "on";
  return (
    <Plot
      title="Beds taken"
      text={
        taken !== null && beds && ends
          ? `On average ${many(taken)} of ${many(beds)} beds of ${where} were taken (${percent(taken / beds, locale)}). ` +
            (points.length > 1
              ? `Most ${on} ${name(ends.most)} (${many(ends.most.taken)}), fewest ${on} ${name(ends.least)} (${many(ends.least.taken)}).`
              : "")
          : "No data yet."
      }
      points={points.map((point) => stretchName(point, unit, reader))}
      series={[
        { name: "Taken on average", look: "area", values: points.map((point) => point.taken) },
        { name: "Beds available", look: "dashed", values: points.map((point) => point.beds) },
      ]}
      format={many}
      formatTick={many}
      unit="beds"
      pointLabel={unit === "hour" ? "Hour" : "Day"}
    />
  );
}
