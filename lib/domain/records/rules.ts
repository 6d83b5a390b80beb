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

/** Returns a value in the kind's first unit, so that values taken in different ones can be compared. */
export function inFirstUnit({ kind, value, unit }: Vital): number {
  if (kind === "TEMPERATURE" && unit === "°F") return round((value - 32) / 1.8);
  if (kind === "WEIGHT" && unit === "lb") return round(value * 0.45359237);
  if (kind === "HEIGHT" && unit === "in") return round(value * 2.54);
  // A mole of glucose weighs 180.16 g.
  if (kind === "GLUCOSE" && unit === "mg/dL") return round(value / 18.016);
  return value;
}

const round = (value: number) => Math.round(value * 10) / 10;

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
