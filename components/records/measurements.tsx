"use client";
import { Card } from "@/components/ui/card";
import { formatInstant, formatParts } from "@/components/ui/format-instant";
import { LocalTime } from "@/components/ui/local-time";
import { Plot } from "@/components/ui/plot";
import { useClocks, useReader } from "@/components/ui/reader";
import { measuredText, seriesLabel } from "@/lib/domain/records/format";
import type { MeasurementSeries } from "@/lib/domain/records/rules-measurements";

/** The latest value of everything that was measured, and a plot of what was measured more than once. */
export function Measurements({ series, level }: { series: MeasurementSeries[]; level: 2 | 3 }) {
  return (
    <div className="@container grid gap-4">
      <Card>
        <dl aria-label="Latest values" className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3">
          {series.map((one) => (
            <Latest key={one.kinds[0]} series={one} />
          ))}
        </dl>
      </Card>
      <div className="grid items-start gap-4 @5xl:grid-cols-2 print:grid-cols-1">
        {series
          .filter(({ points }) => points.length > 1)
          .map((one) => (
            <MeasurementPlot key={one.kinds[0]} series={one} level={level} />
          ))}
      </div>
    </div>
  );
}

function Latest({ series }: { series: MeasurementSeries }) {
  const latest = series.points.at(-1);
  if (!latest) return null;
  return (
    <div>
      <dt className="text-sm text-quiet">{seriesLabel(series)}</dt>
      <dd className="font-semibold tabular">{measuredText(series, latest.values)}</dd>
      <dd className="text-sm text-quiet">
        <LocalTime instant={latest.at} timeZone={latest.timeZone} style="dated" />
      </dd>
    </div>
  );
}

const PRESSURES = [
  { name: "Upper", look: "line" },
  { name: "Lower", look: "dashed" },
] as const;

function MeasurementPlot({ series, level }: { series: MeasurementSeries; level: 2 | 3 }) {
  const { kinds, unit, points, range } = series;
  const { locale } = useReader();
  const clockOf = useClocks();
  const years = new Set(
    points.map(({ at, timeZone }) => formatParts(at, { year: "numeric" }, { locale, clock: clockOf(timeZone) })),
  );
  const shortParts =
    years.size > 1 ? ({ month: "short", year: "numeric" } as const) : ({ day: "numeric", month: "short" } as const);
  const label = seriesLabel(series);
  return (
    <Plot
      level={level}
      title={label}
      text={summaryOf(series)}
      points={points.map(({ at, timeZone }) => ({
        name: formatInstant(at, "dated", { locale, clock: clockOf(timeZone) }),
        short: formatParts(at, shortParts, { locale, clock: clockOf(timeZone) }),
      }))}
      series={(kinds.length > 1 ? PRESSURES : [{ name: label, look: "line" as const }]).map((one, index) => ({
        ...one,
        values: points.map(({ values }) => values[index] ?? null),
      }))}
      format={(value) => textOf(series, value)}
      formatTick={(value) => String(value)}
      unit={unit}
      pointLabel="Date"
      range={range}
      printsTable
    />
  );
}

const textOf = ({ kinds, unit }: MeasurementSeries, value: number) =>
  measuredText({ kinds: kinds.slice(0, 1), unit }, [value]);

/** "The latest is 37.2 °C, after 12 visits between 36.4 °C and 38.9 °C." */
function summaryOf(series: MeasurementSeries): string {
  const { kinds, unit, points, isConverted } = series;
  const ranges = kinds.map((_, index) => {
    const values = points.flatMap(({ values }) => values[index] ?? []);
    const [least, most] = [textOf(series, Math.min(...values)), textOf(series, Math.max(...values))];
    return least === most ? `always ${least}` : `from ${least} to ${most}`;
  });
  const [first, second] = ranges;
  const found =
    kinds.length > 1 ? `Upper ${first}, lower ${second}` : `${first?.charAt(0).toUpperCase()}${first?.slice(1)}`;
  return `${found}, in ${points.length} visits.${isConverted ? ` Values taken in other units are shown in ${unit}.` : ""}`;
}
