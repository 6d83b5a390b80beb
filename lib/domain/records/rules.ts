import { VITAL_KINDS, VITALS, type VitalKind, type VitalUnit } from "./status";

export type Vital = { kind: VitalKind; value: number; unit: string };

/** Returns how a kind is measured in this unit; undefined for a unit it isn't measured in. */
export function unitOf(kind: VitalKind, unit: string): VitalUnit | undefined {
  return VITALS[kind].find((one) => one.unit === unit);
}

/** Tells whether a value may be stored, is asked about, or is impossible. */
export function judgeVital({ kind, value, unit }: Vital): "usual" | "unlikely" | "impossible" {
  const measured = unitOf(kind, unit);
  if (!measured || !isWithin(value, measured.possible)) return "impossible";
  return isWithin(value, measured.usual) ? "usual" : "unlikely";
}

/** Returns the measurements in the order of the form. */
export function inOrder<T extends { kind: VitalKind }>(vitals: readonly T[]): T[] {
  return VITAL_KINDS.flatMap((kind) => vitals.filter((vital) => vital.kind === kind));
}

/** The lower blood pressure is below the upper one. */
export function isPressurePossible(vitals: readonly Vital[]): boolean {
  const of = (kind: VitalKind) => vitals.find((vital) => vital.kind === kind)?.value;
  const [systolic, diastolic] = [of("SYSTOLIC"), of("DIASTOLIC")];
  return systolic === undefined || diastolic === undefined || diastolic < systolic;
}

function isWithin(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}

/** Units that aren't the first of their kind: where the first one is zero, and how much of it one is. */
const OTHER_UNITS: Partial<Record<string, { zero: number; factor: number }>> = {
  "°F": { zero: 32, factor: 1 / 1.8 },
  lb: { zero: 0, factor: 0.45359237 },
  in: { zero: 0, factor: 2.54 },
  // A mole of glucose weighs 180.16 g.
  "mg/dL": { zero: 0, factor: 1 / 18.016 },
};

/** Returns a value in another unit of its kind, as exact as that unit is written; the value itself in its own. */
export function inUnit({ kind, value, unit }: Vital, wanted: string): number {
  if (unit === wanted) return value;
  const [from, to] = [OTHER_UNITS[unit], OTHER_UNITS[wanted]];
  const first = from ? (value - from.zero) * from.factor : value;
  return round(to ? first / to.factor + to.zero : first, unitOf(kind, wanted)?.decimals);
}

/** Returns a value in the kind's first unit, so that values taken in different ones can be compared. */
export function inFirstUnit(vital: Vital): number {
  return inUnit(vital, VITALS[vital.kind][0].unit);
}

const round = (value: number, decimals = 1) => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** Weight by the square of height, in kg/m²; null without both. */
export function bodyMassIndex(vitals: readonly Vital[]): number | null {
  const weight = vitals.find(({ kind }) => kind === "WEIGHT");
  const height = vitals.find(({ kind }) => kind === "HEIGHT");
  if (!weight || !height) return null;
  return round(inFirstUnit(weight) / (inFirstUnit(height) / 100) ** 2);
}

/** Until when a medicine is taken: its days from the day of the visit; null until further notice. */
export function takenUntil({ days, signedAt }: { days: number | null; signedAt: Date }): Date | null {
  return days === null ? null : new Date(signedAt.getTime() + days * 86_400_000);
}
