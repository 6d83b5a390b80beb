import type { Prisma } from "@/lib/platform/db/db";
import type { TextsOf } from "@/lib/domain/records/encrypt-texts";
import type { Note } from "./visits";

type Measured = readonly [kind: Prisma.ObservationCreateManyInput["kind"], value: number, unit: string];
type Medicine = { days: number | null } & Partial<TextsOf<"Prescription">>;
type Found = { measured?: readonly Measured[]; code?: readonly [code: string, name: string]; medicine?: Medicine };

const tablets = (drug: string, strength: string, frequency: string, days: number | null = null): Medicine => ({
  drug,
  strength,
  form: "Tablet",
  dose: "1 tablet",
  route: "By mouth",
  frequency,
  days,
});

/** What belongs to some of the demo's notes, by their assessment. */
const FOUND: Readonly<Record<string, Found>> = {
  "High blood pressure, first degree.": {
    measured: [
      ["SYSTOLIC", 148, "mmHg"],
      ["DIASTOLIC", 92, "mmHg"],
      ["PULSE", 74, "per min"],
      ["WEIGHT", 84.5, "kg"],
      ["HEIGHT", 176, "cm"],
    ],
    code: ["I10", "High blood pressure"],
    medicine: tablets("Amlodipine", "5 mg", "Every morning"),
  },
  "Stable course.": {
    measured: [
      ["SYSTOLIC", 132, "mmHg"],
      ["DIASTOLIC", 84, "mmHg"],
      ["PULSE", 72, "per min"],
    ],
    medicine: tablets("Ramipril", "2.5 mg", "Every morning"),
  },
  "Exhaustion, to be clarified.": {
    measured: [
      ["SYSTOLIC", 124, "mmHg"],
      ["DIASTOLIC", 78, "mmHg"],
      ["PULSE", 68, "per min"],
    ],
    code: ["R53", "Tiredness"],
  },
  "Middle ear infection, right.": {
    measured: [["TEMPERATURE", 38.4, "°C"]],
    code: ["H66", "Middle ear infection"],
    medicine: {
      ...tablets("Ibuprofen", "20 mg/ml", "Three times a day", 2),
      form: "Liquid",
      dose: "5 ml",
      instructions: "After a meal.",
    },
  },
  "Migraine without aura.": {
    code: ["G43", "Migraine"],
    medicine: { ...tablets("Sumatriptan", "50 mg", "When needed"), instructions: "At most two tablets a day." },
  },
  "Well-treated type 2 diabetes.": {
    measured: [
      ["GLUCOSE", 7.4, "mmol/L"],
      ["WEIGHT", 79, "kg"],
    ],
    code: ["E11", "Type 2 diabetes"],
    medicine: tablets("Metformin", "500 mg", "Twice a day"),
  },
  "Asthma.": {
    measured: [
      ["OXYGEN", 97, "%"],
      ["RESPIRATION", 16, "per min"],
    ],
    code: ["J45", "Asthma"],
    medicine: {
      ...tablets("Salbutamol", "100 micrograms", "When needed"),
      form: "Inhaler",
      dose: "2 puffs",
      route: "Inhaled",
    },
  },
};

/** By how much what is measured differs from visit to visit. */
const STEPS: Partial<Record<Measured[0], number>> = { SYSTOLIC: 2, DIASTOLIC: 1, PULSE: 1, WEIGHT: 0.25 };

/** Returns what the notes found and prescribed, beside their text. */
export function findingsOf(notes: readonly Note[]) {
  const observations: Prisma.ObservationCreateManyInput[] = [];
  const diagnoses: Prisma.DiagnosisCreateManyInput[] = [];
  const prescriptions: (Prisma.PrescriptionCreateManyInput & Medicine)[] = [];
  for (const { id: encounterId, patientId, doctorId, assessment = "" } of notes) {
    const { measured = [], code, medicine } = FOUND[assessment] ?? {};
    const own = { encounterId, patientId };
    const swing = (observations.length % 7) - 3;
    observations.push(
      ...measured.map(([kind, value, unit]) => ({ ...own, kind, value: value + swing * (STEPS[kind] ?? 0), unit })),
    );
    if (code) diagnoses.push({ ...own, position: 0, system: "ICD-10", version: "2019", code: code[0], name: code[1] });
    if (medicine) prescriptions.push({ ...own, doctorId, position: 0, ...medicine });
  }
  return { observations, diagnoses, prescriptions };
}
