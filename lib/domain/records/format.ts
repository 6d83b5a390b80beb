import { unitOf, type Vital } from "./rules";
import type { Prescription } from "./schema";
import type { MeasurementSeries } from "./rules-measurements";
import type { VitalKind } from "./status";

export { bodyMassIndex, isPressurePossible, judgeVital, unitOf, type Vital } from "./rules";

export const VITAL_LABELS: Record<VitalKind, string> = {
  SYSTOLIC: "Upper blood pressure",
  DIASTOLIC: "Lower blood pressure",
  PULSE: "Pulse",
  TEMPERATURE: "Temperature",
  RESPIRATION: "Breathing rate",
  OXYGEN: "Oxygen saturation",
  WEIGHT: "Weight",
  HEIGHT: "Height",
  GLUCOSE: "Blood glucose",
  PAIN: "Pain",
};

/** "128 mmHg", "37.2 °C", "3 of 10". */
export function vitalText({ kind, value, unit }: Vital): string {
  const digits = unitOf(kind, unit)?.decimals ?? 1;
  const amount = new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(value);
  return unit === "%" ? `${amount}${unit}` : `${amount} ${unit}`;
}

/** What one visit found: "37.2 °C", and "128/82 mmHg" of both blood pressures. */
export function measuredText(
  { kinds, unit }: { kinds: readonly VitalKind[]; unit: string },
  values: readonly (number | null)[],
): string {
  if (kinds.length > 1) return `${values.map((value) => value ?? "–").join("/")} ${unit}`;
  const [kind, value] = [kinds[0], values[0]];
  return kind === undefined || typeof value !== "number" ? "–" : vitalText({ kind, value, unit });
}

/** "Blood pressure", "Pulse". */
export function seriesLabel({ kinds }: Pick<MeasurementSeries, "kinds">): string {
  const [kind] = kinds;
  return kinds.length > 1 || kind === undefined ? "Blood pressure" : VITAL_LABELS[kind];
}

/** "Amoxicillin 500 mg, capsule". */
export function drugText({ drug, strength, form }: Pick<Prescription, "drug" | "strength" | "form">): string {
  return [[drug, strength].filter(Boolean).join(" "), form.toLowerCase()].filter(Boolean).join(", ");
}

/** "1 capsule, three times a day, by mouth, for 7 days". */
export function doseText({
  dose,
  frequency,
  route,
  days,
}: Pick<Prescription, "dose" | "frequency" | "route" | "days">): string {
  const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const span = days === null ? "" : `for ${days} ${days === 1 ? "day" : "days"}`;
  return [dose, lower(frequency), lower(route), span].filter(Boolean).join(", ");
}

/** The address that answers with the content of a visit's file. */
export const attachmentHref = (id: string): string => `/api/attachments/${id}`;
