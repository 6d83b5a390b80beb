/** Positions in a plot: pure, as fractions of the whole. */
type Values = readonly (number | null)[];

/** The lines of a grid from zero to over `most`, in round steps; values of at least one get no fractions. */
export function gridLines(most: number, lines = 5): number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most < 1 ? most / lines : Math.max(1, most / lines);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, power >= 10 ? 2.5 : 5, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999_999) ??
    10 * power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  );
}

/** The grid over all values, with bars stacked. */
export function gridOver(series: readonly { look: string; values: Values }[]): number[] {
  const isBar = ({ look }: { look: string }) => look.endsWith("bar");
  const points =
    series[0]?.values.map((_, index) =>
      series.filter(isBar).reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
    ) ?? [];
  const single = series.filter((one) => !isBar(one)).flatMap(({ values }) => values.map((value) => value ?? 0));
  return gridLines(Math.max(0, ...points, ...single));
}

/** The middle of the nth of so many equal bands, in per cent. */
export function bandMiddle(index: number, count: number): number {
  return round(((index + 0.5) / count) * 100);
}

/** The band under a point of the plot's width, from 0 to 1. */
export function bandAt(part: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(part * count)));
}

/** Consecutive points without a gap; x and y in per cent of the plot, y from its top. */
function runs(values: Values, top: number): { x: number; y: number }[][] {
  const found: { x: number; y: number }[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) found.push([]);
    else found.at(-1)?.push({ x: bandMiddle(index, values.length), y: round(100 - (value / top) * 100) });
  });
  return found.filter((run) => run.length > 0);
}

/** A line through the values, with gaps where there are none. */
export function linePath(values: Values, top: number): string {
  return runs(values, top)
    .map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join("L")}`)
    .join("");
}

/** The same, filled down to zero. */
export function areaPath(values: Values, top: number): string {
  return runs(values, top)
    .map((run) => `M${run[0]?.x} 100L${run.map(({ x, y }) => `${x} ${y}`).join("L")}L${run.at(-1)?.x} 100Z`)
    .join("");
}

/** Which points get a label below: always the last one, at most so many. */
export function tickedPoints(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: count }, (_, index) => index).filter((index) => (count - 1 - index) % step === 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
