import { firstDayOf } from "./rules";
import { findAllergyMatches, type AllergyMatch } from "./rules-allergies";
import type { Allergy, Author, Condition } from "./schema";
import type { AllergyCategory, AllergyStatus, ConditionStatus, Criticality } from "./status";

export const CATEGORY_LABELS: Record<AllergyCategory, string> = {
  MEDICATION: "Medicine",
  FOOD: "Food",
  ENVIRONMENT: "Environment",
  OTHER: "Other",
};

export const CRITICALITY_LABELS: Record<Criticality, string> = {
  HIGH: "High: could be life-threatening",
  LOW: "Low",
  UNKNOWN: "Not known",
};

export const ALLERGY_STATUS_LABELS: Record<AllergyStatus, string> = {
  ACTIVE: "Current",
  INACTIVE: "No longer an allergy",
  ENTERED_IN_ERROR: "Entered by mistake",
};

export const CONDITION_STATUS_LABELS: Record<ConditionStatus, string> = {
  ACTIVE: "Current",
  RESOLVED: "Resolved",
  ENTERED_IN_ERROR: "Entered by mistake",
};

/** "Medicine, high risk. Rash". */
export function allergyText({
  category,
  criticality,
  reaction,
}: Pick<Allergy, "category" | "criticality" | "reaction">) {
  const risk = { HIGH: ", high risk", LOW: ", low risk", UNKNOWN: "" }[criticality];
  return [`${CATEGORY_LABELS[category]}${risk}`, reaction].filter(Boolean).join(". ");
}

/** "since May 2019, I10 High blood pressure"; the code only where it says more than the name. */
export function conditionText({ name, onset, diagnosis }: Pick<Condition, "name" | "onset" | "diagnosis">): string {
  const code = diagnosis && (diagnosis.name === name ? diagnosis.code : `${diagnosis.code} ${diagnosis.name}`);
  return [onset && `Since ${onsetText(onset)}`, code].filter(Boolean).join(" · ");
}

/** "2019", "May 2019", "17 May 2019". */
function onsetText(onset: string): string {
  if (onset.length === 4) return onset;
  const day = onset.length === 10 ? ({ day: "numeric" } as const) : {};
  return new Intl.DateTimeFormat("en-GB", { ...day, month: "long", year: "numeric", timeZone: "UTC" }).format(
    firstDayOf(onset),
  );
}

/** "you", "Dr Mira Sonnwald", "the patient or their family". */
export function authorText({ as, name, isYou }: Author): string {
  if (isYou) return "you";
  return name ?? (as === "DOCTOR" ? "a doctor" : "the patient or their family");
}

/** What a medicine is warned about: the allergies to it or its class or, without one, those where a reaction is possible. */
export type AllergyWarning = { isLikely: boolean; title: string; text: string };

/** Returns the warning of a medicine, all allergies in one; null where none is concerned. */
export function warningOf(
  drug: string,
  allergies: readonly { id: string; substance: string }[],
): AllergyWarning | null {
  const matches = findAllergyMatches(drug, allergies);
  const likely = matches.filter(({ kind }) => kind !== "related");
  const shown = likely.length > 0 ? likely : matches;
  if (shown.length === 0) return null;
  const names = new Intl.ListFormat("en-GB").format(shown.map(({ substance }) => substance));
  const byClass = shown.find(({ drugIs }) => drugIs !== null);
  return {
    isLikely: likely.length > 0,
    title: `Recorded ${shown.length === 1 ? "allergy" : "allergies"}: ${names}`,
    text: byClass ? matchText(drug, byClass) : "",
  };
}

/** "Amoxicillin is a penicillin." */
function matchText(drug: string, { kind, drugIs }: AllergyMatch): string {
  return `${drug.trim()} is ${drugIs}${kind === "related" ? ": a reaction is possible" : ""}.`;
}
