"use client";
import { useId, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { LocaleText } from "./locale-text";
import { Hatch, LegendMark, type PlotSeries } from "./plot-marks";
import { PlotAxis, PlotPicture } from "./plot-picture";
import { PlotTable } from "./plot-table";
import { bandAt, gridBetween, gridOver } from "./plot-scale";

export type PlotProps = {
  title: string;
  /** The plot's message, in a sentence or two: everything a reader needs who doesn't see it. */
  text: ReactNode;
  /** Each point by its full name ("Tue 12 Nov"), and the short one below the plot. */
  points: readonly { name: string; short: string }[];
  series: readonly PlotSeries[];
  /** A value with its unit. */
  format: (value: number) => string;
  /** A value of the grid, and what it counts: "days". */
  formatTick: (value: number) => string;
  unit: string;
  /** The name of the table's first column: "Day". */
  pointLabel: string;
  /** For lines: what the axis covers, instead of all from zero; every value lies in it. */
  range?: readonly [number, number];
  /** The heading's level. */
  level?: 2 | 3;
  /** The table is on paper too. */
  printsTable?: boolean;
};

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  PageUp: (at) => at + 7,
  PageDown: (at) => at - 7,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Numbers over time, fully drawn by the server. Single points are read with the pointer, a finger or the arrow keys,
 * and all of them are in a table.
 */
export function Plot(props: PlotProps) {
  const { title, points, series, format, formatTick, unit, pointLabel, range, printsTable } = props;
  const [id, hatch] = [useId(), useId()];
  const { at, isChosen, handlers } = useChosenPoint(points.length);
  const grid = range ? gridBetween(range) : gridOver(series);
  const reading = readingAt(at, series, format);
  return (
    <figure
      aria-labelledby={id}
      className="min-w-0 break-inside-avoid rounded-lg border border-line bg-surface p-4 sm:p-5"
    >
      <Caption id={id} {...props} />
      {series.length > 1 ? <Legend series={series} hatch={hatch} /> : null}
      <p aria-hidden className="mt-2 min-h-10 text-sm tabular sm:min-h-5">
        <LocaleText className="font-semibold">{points[at]?.name}</LocaleText>{" "}
        <LocaleText className="text-quiet">{reading}</LocaleText>
      </p>
      <p aria-hidden className="mt-2 text-xs text-quiet">
        {unit}
      </p>
      <div className="flex">
        <PlotAxis grid={grid} format={formatTick} />
        <LocaleText
          as="div"
          role="slider"
          tabIndex={0}
          aria-label={`${title}, point by point`}
          aria-orientation="horizontal"
          aria-valuemin={1}
          aria-valuemax={points.length}
          aria-valuenow={at + 1}
          aria-valuetext={`${points[at]?.name}: ${reading}`}
          {...handlers}
          className="min-w-0 flex-1 touch-pan-y rounded-sm"
        >
          <PlotPicture points={points} series={series} grid={grid} chosen={isChosen ? at : null} hatch={hatch} />
        </LocaleText>
      </div>
      <PlotTable {...{ title, points, series, format, pointLabel }} prints={printsTable ?? false} />
    </figure>
  );
}

function Caption({ id, title, text, level = 2 }: PlotProps & { id: string }) {
  const Heading = `h${level}` as const;
  return (
    <figcaption>
      <Heading id={id} className="text-base">
        {title}
      </Heading>
      <LocaleText as="p" className="mt-0.5 max-w-prose text-sm text-quiet">
        {text}
      </LocaleText>
    </figcaption>
  );
}

/** The point being read, by the keyboard or the pointer; the last one while none is chosen. */
function useChosenPoint(count: number) {
  const [chosen, setChosen] = useState<number | null>(null);
  const last = count - 1;
  const at = Math.min(chosen ?? last, last);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    setChosen(Math.min(last, Math.max(0, step(at, last))));
  };
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    if (box.width > 0) setChosen(bandAt((event.clientX - box.left) / box.width, count));
  };
  const release = () => setChosen(null);
  const handlers = {
    onKeyDown,
    onPointerMove: onPointer,
    onPointerDown: onPointer,
    onPointerLeave: release,
    onBlur: release,
  };
  return { at, isChosen: chosen !== null, handlers };
}

/** "Median 3 days, 90th percentile –": every series at one point. */
function readingAt(index: number, series: PlotProps["series"], format: PlotProps["format"]): string {
  return series
    .map(
      ({ name, values }) =>
        `${name} ${values[index] === null || values[index] === undefined ? "–" : format(values[index])}`,
    )
    .join(", ");
}

function Legend({ series, hatch }: { series: PlotProps["series"]; hatch: string }) {
  return (
    <>
      <svg aria-hidden width="0" height="0" className="absolute">
        <defs>
          <Hatch id={hatch} />
        </defs>
      </svg>
      <ul aria-label="Legend" className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {series.map(({ name, look }) => (
          <li key={name} className="flex items-center gap-2">
            <LegendMark look={look} hatch={hatch} /> {name}
          </li>
        ))}
      </ul>
    </>
  );
}
