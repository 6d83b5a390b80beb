import { cn } from "./cn";
import { areaPath, bandMiddle, linePath } from "./plot-scale";

/** How a series is drawn. Two in one plot differ in shape, not only in colour. */
export type PlotLook = "area" | "line" | "dashed" | "bar" | "hatched-bar";

export type PlotSeries = {
  name: string;
  look: PlotLook;
  /** One per point; null for no value. */
  values: readonly (number | null)[];
};

const STROKE: Record<PlotLook, string> = {
  area: "stroke-accent",
  line: "stroke-accent",
  dashed: "stroke-quiet [stroke-dasharray:5_4]",
  bar: "stroke-accent",
  "hatched-bar": "stroke-stop",
};

/** Lines and areas, in per cent of their box; whatever its shape, strokes stay even. */
export function Lines({ series, top, base }: { series: PlotSeries; top: number; base: number }) {
  return (
    <>
      {series.look === "area" ? <path d={areaPath(series.values, top)} className="fill-accent/15 stroke-none" /> : null}
      <path
        d={linePath(series.values, top, base)}
        vectorEffect="non-scaling-stroke"
        className={cn("fill-none stroke-2", STROKE[series.look])}
      />
    </>
  );
}

/** Dots where a line would be invisible: a value without neighbours. */
export function LonelyDots({
  series,
  top,
  base,
  height,
}: {
  series: PlotSeries;
  top: number;
  base: number;
  height: number;
}) {
  const { values, look } = series;
  return values.map((value, index) =>
    value === null || (values[index - 1] ?? null) !== null || (values[index + 1] ?? null) !== null ? null : (
      <circle
        key={index}
        cx={`${bandMiddle(index, values.length)}%`}
        cy={height * (1 - (value - base) / (top - base))}
        r={3}
        className={look === "dashed" ? "fill-quiet" : "fill-accent"}
      />
    ),
  );
}

/** Stacked bars. */
export function Bars({
  stack,
  top,
  height,
  hatch,
}: {
  stack: readonly PlotSeries[];
  top: number;
  height: number;
  hatch: string;
}) {
  const count = stack[0]?.values.length ?? 0;
  const width = Math.round((70 / count) * 100) / 100;
  return Array.from({ length: count }, (_, index) => {
    let below = 0;
    return stack.map(({ name, look, values }) => {
      const value = values[index] ?? 0;
      const tall = (value / top) * height;
      below += tall;
      if (value === 0) return null;
      const place = {
        x: `${Math.max(0, bandMiddle(index, count) - width / 2)}%`,
        width: `${width}%`,
        y: height - below,
        height: tall,
      };
      return look === "hatched-bar" ? (
        <rect key={name + index} {...place} fill={`url(#${hatch})`} className="stroke-stop" />
      ) : (
        <rect key={name + index} {...place} className="fill-accent" />
      );
    });
  });
}

/** Stripes for a second kind of bar. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className="fill-surface" />
      <rect width="3" height="6" className="fill-stop" />
    </pattern>
  );
}

/** A series' look, beside its name. */
export function LegendMark({ look, hatch }: { look: PlotLook; hatch: string }) {
  if (look === "bar" || look === "hatched-bar") {
    return (
      <svg aria-hidden width="14" height="14" className="shrink-0">
        <rect
          width="14"
          height="14"
          rx="2"
          fill={`url(#${hatch})`}
          className={look === "bar" ? "fill-accent" : undefined}
        />
      </svg>
    );
  }
  return (
    <svg aria-hidden width="22" height="14" className="shrink-0">
      {look === "area" ? <rect y="7" width="22" height="7" className="fill-accent/15" /> : null}
      <line x1="0" x2="22" y1="7" y2="7" className={cn("stroke-2", STROKE[look])} />
    </svg>
  );
}
