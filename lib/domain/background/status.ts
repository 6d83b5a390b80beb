/** What kind of thing someone is allergic to. */
export const ALLERGY_CATEGORIES = ["MEDICATION", "FOOD", "ENVIRONMENT", "OTHER"] as const;
export type AllergyCategory = (typeof ALLERGY_CATEGORIES)[number];

/** How dangerous a reaction could be. */
export const CRITICALITIES = ["HIGH", "LOW", "UNKNOWN"] as const;
export type Criticality = (typeof CRITICALITIES)[number];

/** `ENTERED_IN_ERROR` is final: it was never so. `INACTIVE`: it no longer is. */
export const ALLERGY_STATUSES = ["ACTIVE", "INACTIVE", "ENTERED_IN_ERROR"] as const;
export type AllergyStatus = (typeof ALLERGY_STATUSES)[number];

export const CONDITION_STATUSES = ["ACTIVE", "RESOLVED", "ENTERED_IN_ERROR"] as const;
export type ConditionStatus = (typeof CONDITION_STATUSES)[number];

/** What is known about a patient's allergies: some, that there are none, or nothing yet. */
export const ALLERGY_ANSWERS = ["LISTED", "NONE_KNOWN", "NOT_RECORDED"] as const;

/** From which side something was recorded: by the patient or who acts for them, or by a doctor. */
export const RECORDED_AS = ["PATIENT", "DOCTOR"] as const;
export type RecordedAs = (typeof RECORDED_AS)[number];
