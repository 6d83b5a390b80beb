/** How a measurement may be entered: the unit, the values no living person exceeds, and those that are usual. */
export type VitalUnit = {
  unit: string;
  /** As the database has it too. */
  possible: readonly [number, number];
  /** Outside of it the doctor is asked whether the value is right. */
  usual: readonly [number, number];
  /** Digits after the decimal point. */
  decimals: 0 | 1;
};

/** What is measured, in the order of the form; the first unit is the one plots use. */
export const VITALS = {
  SYSTOLIC: [{ unit: "mmHg", possible: [40, 300], usual: [80, 200], decimals: 0 }],
  DIASTOLIC: [{ unit: "mmHg", possible: [20, 200], usual: [40, 120], decimals: 0 }],
  PULSE: [{ unit: "per min", possible: [20, 300], usual: [40, 180], decimals: 0 }],
  TEMPERATURE: [
    { unit: "°C", possible: [25, 45], usual: [35, 41], decimals: 1 },
    { unit: "°F", possible: [77, 113], usual: [95, 105.8], decimals: 1 },
  ],
  RESPIRATION: [{ unit: "per min", possible: [4, 100], usual: [8, 60], decimals: 0 }],
  OXYGEN: [{ unit: "%", possible: [40, 100], usual: [88, 100], decimals: 0 }],
  WEIGHT: [
    { unit: "kg", possible: [0.3, 650], usual: [2, 250], decimals: 1 },
    { unit: "lb", possible: [0.7, 1433], usual: [4.4, 551], decimals: 1 },
  ],
  HEIGHT: [
    { unit: "cm", possible: [20, 260], usual: [45, 210], decimals: 1 },
    { unit: "in", possible: [8, 102], usual: [17.7, 82.7], decimals: 1 },
  ],
  GLUCOSE: [
    { unit: "mmol/L", possible: [0.5, 60], usual: [3, 25], decimals: 1 },
    { unit: "mg/dL", possible: [9, 1081], usual: [54, 450], decimals: 0 },
  ],
  PAIN: [{ unit: "of 10", possible: [0, 10], usual: [0, 10], decimals: 0 }],
} as const satisfies Record<string, readonly VitalUnit[]>;

export type VitalKind = keyof typeof VITALS;
export const VITAL_KINDS = Object.keys(VITALS) as [VitalKind, ...VitalKind[]];

/** How many files a visit's note may have; the database has the same. */
export const MAX_ATTACHMENTS = 20;

/** What is stored encrypted, by the table whose rows hold it. */
export const ENCRYPTED_TEXTS = {
  Encounter: ["reason", "subjective", "objective", "assessment", "plan"],
  Prescription: ["drug", "strength", "form", "dose", "route", "frequency", "instructions", "allergyReason"],
  Addendum: ["text"],
  Communication: ["text", "fileName"],
  RecallReason: ["reason"],
} as const;

/** The routes and forms that are offered; a doctor may write another. */
export const DRUG_ROUTES = [
  "By mouth",
  "Under the tongue",
  "Inhaled",
  "On the skin",
  "Into the eye",
  "Into the ear",
  "Into the nose",
  "Rectal",
  "Vaginal",
  "Into a muscle",
  "Under the skin",
  "Into a vein",
] as const;
export const DRUG_FORMS = [
  "Tablet",
  "Capsule",
  "Liquid",
  "Drops",
  "Spray",
  "Inhaler",
  "Cream",
  "Ointment",
  "Patch",
  "Injection",
  "Suppository",
  "Powder",
] as const;
export const DRUG_FREQUENCIES = [
  "Once a day",
  "Twice a day",
  "Three times a day",
  "Four times a day",
  "Every morning",
  "Every evening",
  "Every other day",
  "Once a week",
  "When needed",
] as const;
