import { Bars, Lines, LonelyDots, type PlotSeries } from "./plot-marks";
import { bandMiddle, gridLines, tickedPoints } from "./plot-scale";

type Props = {
  points: readonly { short: string }[];
  series: readonly PlotSeries[];
  chosen: number | null;
  /** Of the pattern for striped bars. */
  hatch: string;
  formatTick: (value: number) => string;
};

const HEIGHT = 180;
/** Room for the words of the topmost line, and for those below. */
const [ABOVE, BELOW] = [20, 24];
const MOST_TICKS = 6;

/** The picture itself, as wide as its place: everything across is in per cent, so that nobody has to measure. */
export function PlotPicture({ points, series, chosen, hatch, formatTick }: Props) {
  const bars = series.filter(({ look }) => look.endsWith("bar"));
  const lines = series.filter(({ look }) => !look.endsWith("bar"));
  const stacked = points.map((_, index) => bars.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const grid = gridLines(Math.max(...stacked, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)), 0));
  const top = grid.at(-1) ?? 1;
  const yOf = (value: number) => HEIGHT * (1 - value / top);
  return (
    <svg aria-hidden width="100%" height={ABOVE + HEIGHT + BELOW} className="block overflow-visible">
      <svg y={ABOVE} width="100%" height={HEIGHT} className="overflow-visible">
        {grid.map((value) => (
          <g key={value}>
            <line x1="0" x2="100%" y1={yOf(value)} y2={yOf(value)} className={value === 0 ? "stroke-line-strong" : "stroke-line"} />
            {value === 0 ? null : (
              <text x="0" y={yOf(value) - 4} suppressHydrationWarning className="tabular fill-quiet text-xs">{formatTick(value)}</text>
            )}
          </g>
        ))}
        <Bars stack={bars} top={top} height={HEIGHT} hatch={hatch} />
        <svg width="100%" height={HEIGHT} viewBox="0 0 100 100" preserveAspectRatio="none" className="overflow-visible">
          {lines.map((one) => <Lines key={one.name} series={one} top={top} />)}
        </svg>
        {lines.map((one) => <LonelyDots key={one.name} series={one} top={top} height={HEIGHT} />)}
        {chosen === null ? null : <Cursor x={`${bandMiddle(chosen, points.length)}%`} ys={lines.flatMap(({ values }) => values[chosen] ?? []).map(yOf)} />}
      </svg>
      {tickedPoints(points.length, MOST_TICKS).map((index) => (
        <text
          key={index}
          x={`${bandMiddle(index, points.length)}%`}
          y={ABOVE + HEIGHT + 17}
          textAnchor={anchorOf(bandMiddle(index, points.length))}
          suppressHydrationWarning
          className="tabular fill-quiet text-xs"
        >
          {points[index]?.short}
        </text>
      ))}
    </svg>
  );
}

function Cursor({ x, ys }: { x: string; ys: number[] }) {
  return (
    <>
      <line x1={x} x2={x} y1="0" y2={HEIGHT} className="stroke-line-strong" />
      {ys.map((y) => <circle key={y} cx={x} cy={y} r={4.5} className="fill-surface stroke-accent stroke-2" />)}
    </>
  );
}

/** A word at the edge stays inside. */
function anchorOf(percent: number): "start" | "middle" | "end" {
  return percent < 6 ? "start" : percent > 94 ? "end" : "middle";
}
