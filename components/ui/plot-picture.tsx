import { LocaleText } from "./locale-text";
import { Bars, Lines, LonelyDots, type PlotSeries } from "./plot-marks";
import { bandMiddle, tickedPoints } from "./plot-scale";

const HEIGHT = 180;
/** Room for half a line of text above, and for the points' names below. */
const [ABOVE, BELOW] = [10, 24];
const MAX_TICKS = 7;

/** The ends of the grid: zero, or where a plot's range begins, and its top. */
const endsOf = (grid: readonly number[]) => ({ base: grid[0] ?? 0, top: grid.at(-1) ?? 1 });

const yOf = (value: number, grid: readonly number[]) => {
  const { base, top } = endsOf(grid);
  return ABOVE + HEIGHT * (1 - (value - base) / (top - base));
};

/** The labels left of the grid's lines. */
export function PlotAxis({ grid, format }: { grid: readonly number[]; format: (value: number) => string }) {
  const words = grid.map(format);
  const width = Math.max(...words.map((word) => word.length)) * 8 + 8;
  return (
    <svg aria-hidden width={width} height={ABOVE + HEIGHT + BELOW} className="shrink-0">
      {grid.map((value, index) => (
        <LocaleText
          as="text"
          key={value}
          x={width - 8}
          y={yOf(value, grid) + 4}
          textAnchor="end"
          className="fill-quiet text-xs tabular"
        >
          {words[index]}
        </LocaleText>
      ))}
    </svg>
  );
}

type Props = {
  points: readonly { short: string }[];
  series: readonly PlotSeries[];
  grid: readonly number[];
  chosen: number | null;
  /** The ID of the pattern for striped bars. */
  hatch: string;
};

/** The picture itself, as wide as its container: horizontal positions are in per cent, so that nothing is measured. */
export function PlotPicture({ points, series, grid, chosen, hatch }: Props) {
  const bars = series.filter(({ look }) => look.endsWith("bar"));
  const lines = series.filter(({ look }) => !look.endsWith("bar"));
  const { base, top } = endsOf(grid);
  return (
    <svg aria-hidden width="100%" height={ABOVE + HEIGHT + BELOW} className="block overflow-visible">
      {grid.map((value) => (
        <line
          key={value}
          x1="0"
          x2="100%"
          y1={yOf(value, grid)}
          y2={yOf(value, grid)}
          className={value === 0 ? "stroke-line-strong" : "stroke-line"}
        />
      ))}
      <svg y={ABOVE} width="100%" height={HEIGHT} className="overflow-visible">
        <Bars stack={bars} top={top} height={HEIGHT} hatch={hatch} />
        <svg width="100%" height={HEIGHT} viewBox="0 0 100 100" preserveAspectRatio="none" className="overflow-visible">
          {lines.map((one) => (
            <Lines key={one.name} series={one} top={top} base={base} />
          ))}
        </svg>
        {lines.map((one) => (
          <LonelyDots key={one.name} series={one} top={top} base={base} height={HEIGHT} />
        ))}
      </svg>
      {chosen === null ? null : (
        <Cursor
          x={`${bandMiddle(chosen, points.length)}%`}
          ys={lines.flatMap(({ values }) => values[chosen] ?? []).map((value) => yOf(value, grid))}
        />
      )}
      <PointNames points={points} />
    </svg>
  );
}

/** Every second one is hidden where there is little room. */
function PointNames({ points }: { points: Props["points"] }) {
  return tickedPoints(points.length, MAX_TICKS).map((index, place, all) => (
    <LocaleText
      as="text"
      key={index}
      x={`${bandMiddle(index, points.length)}%`}
      y={ABOVE + HEIGHT + 17}
      textAnchor={anchorOf(bandMiddle(index, points.length))}
      className={
        (all.length - 1 - place) % 2 === 1 && all.length > 4
          ? "fill-quiet text-xs tabular max-sm:hidden"
          : "fill-quiet text-xs tabular"
      }
    >
      {points[index]?.short}
    </LocaleText>
  ));
}

function Cursor({ x, ys }: { x: string; ys: number[] }) {
  return (
    <>
      <line x1={x} x2={x} y1={ABOVE} y2={ABOVE + HEIGHT} className="stroke-line-strong" />
      {ys.map((y) => (
        <circle key={y} cx={x} cy={y} r={4.5} className="fill-surface stroke-accent stroke-2" />
      ))}
    </>
  );
}

/** A label at the edge stays inside. */
function anchorOf(percent: number): "start" | "middle" | "end" {
  return percent < 6 ? "start" : percent > 94 ? "end" : "middle";
}
