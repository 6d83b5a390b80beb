/** Positions in a plot: pure, as fractions of the whole. */
type Values = readonly (number | null)[];

/** The lines of a grid from zero to over `most`, in round steps; values of at least one get no fractions. */
export function gridLines(most: number, lines = 5): number[] {
  if (!(most > 0)) return [0, 1];
  return multiples(roundStep(most < 1 ? most / lines : Math.max(1, most / lines)), 0, most);
}

/** The lines of a grid over a range that need not begin at zero, in round steps: for lines, never for bars or areas. */
export function gridBetween([least, most]: readonly [number, number], lines = 5): number[] {
  const span = most > least ? most - least : 1;
  return multiples(roundStep(span / lines), least, least + span);
}

/** The next round number: 1, 2, 5, 10, 20, 25, 50 …, and their tenths. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (
    [1, 2, power >= 10 ? 2.5 : 5, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999_999) ?? 10 * power
  );
}

/** The multiples of a step from below `least` to above `most`. */
function multiples(step: number, least: number, most: number): number[] {
  const [first, last] = [Math.floor(least / step + 1e-9), Math.ceil(most / step - 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
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
function runs(values: Values, top: number, base: number): { x: number; y: number }[][] {
  const found: { x: number; y: number }[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) found.push([]);
    else
      found
        .at(-1)
        ?.push({ x: bandMiddle(index, values.length), y: round(100 - ((value - base) / (top - base)) * 100) });
  });
  return found.filter((run) => run.length > 0);
}

/** A line through the values, with gaps where there are none; the plot begins at `base`. */
export function linePath(values: Values, top: number, base = 0): string {
  return runs(values, top, base)
    .map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join("L")}`)
    .join("");
}

/** The same, filled down to zero. */
export function areaPath(values: Values, top: number): string {
  return runs(values, top, 0)
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
