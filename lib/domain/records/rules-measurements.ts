import { inUnit, unitOf, type Vital } from "./rules";
import { VITAL_KINDS, type VitalKind } from "./status";

/** A measurement with the visit it was taken in. */
export type Measurement = Vital & { encounterId: string; at: string; timeZone: string };

/** What was measured in one visit: a value for each kind of the series. */
type MeasurementPoint = { at: string; timeZone: string; values: (number | null)[] };

/** One kind over time, the oldest first, in the unit of the latest value; both blood pressures together. */
export type MeasurementSeries = {
  kinds: VitalKind[];
  unit: string;
  /** Some values were taken in another unit. */
  isConverted: boolean;
  /** What a plot's axis covers. */
  range: readonly [number, number];
  points: MeasurementPoint[];
};

/** Returns the series of what was measured, in the order of the form. */
export function seriesOf(measured: readonly Measurement[]): MeasurementSeries[] {
  const groups = VITAL_KINDS.filter((kind) => kind !== "DIASTOLIC").map((kind): VitalKind[] =>
    kind === "SYSTOLIC" ? [kind, "DIASTOLIC"] : [kind],
  );
  return groups.flatMap((kinds) => {
    const own = measured
      .filter(({ kind }) => kinds.includes(kind))
      .sort((a, b) => (a.at === b.at ? (a.encounterId < b.encounterId ? -1 : 1) : a.at < b.at ? -1 : 1));
    const unit = own.at(-1)?.unit;
    return unit === undefined ? [] : [oneSeries(kinds, unit, own)];
  });
}

function oneSeries(kinds: VitalKind[], unit: string, own: readonly Measurement[]): MeasurementSeries {
  const visits = new Map<string, MeasurementPoint>();
  for (const one of own) {
    const point = visits.get(one.encounterId) ?? { at: one.at, timeZone: one.timeZone, values: kinds.map(() => null) };
    point.values[kinds.indexOf(one.kind)] = inUnit(one, unit);
    visits.set(one.encounterId, point);
  }
  const points = [...visits.values()];
  return {
    kinds,
    unit,
    isConverted: own.some((one) => one.unit !== unit),
    range: rangeOf(
      kinds,
      unit,
      points.flatMap(({ values }) => values.filter((value) => value !== null)),
    ),
    points,
  };
}

/**
 * Returns what a plot's axis covers: all values, and never so little that a small change looks like a large one: at least a
 * tenth of what is usual, and five steps of whole numbers. A scale with a first and a last value is shown whole.
 */
function rangeOf(kinds: VitalKind[], unit: string, values: number[]): readonly [number, number] {
  const units = kinds.flatMap((kind) => unitOf(kind, unit) ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const floor = Math.min(least, ...units.map(({ possible }) => possible[0]));
  const ceiling = Math.max(most, ...units.map(({ possible }) => possible[1]));
  if (unit === "of 10") return [floor, ceiling];
  const narrowest = Math.max(
    ...units.map(({ usual, decimals }) => Math.max((usual[1] - usual[0]) / 10, decimals === 0 ? 5 : 0)),
  );
  const span = Math.max(most - least, narrowest);
  const low = Math.min(Math.max(floor, (least + most - span) / 2), ceiling - span);
  return [low, low + span];
}
