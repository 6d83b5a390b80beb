/** What a timeline can be narrowed to. */
export const TIMELINE_KINDS = [
  "VISIT",
  "MEASUREMENT",
  "PRESCRIPTION",
  "BACKGROUND",
  "DOCUMENT",
  "STAY",
  "SHARING",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What can happen, by the kind it belongs to. */
export const TYPES_OF = {
  VISIT: ["VISIT"],
  MEASUREMENT: ["MEASURED"],
  PRESCRIPTION: ["PRESCRIBED", "PRESCRIPTION_WITHDRAWN"],
  BACKGROUND: ["ALLERGY", "CONDITION"],
  DOCUMENT: ["DOCUMENT"],
  STAY: ["STAY", "AMBULANCE"],
  SHARING: ["SHARED", "SHARING_ENDED", "EMERGENCY_ACCESS"],
} as const satisfies Record<TimelineKind, readonly string[]>;
export type TimelineType = (typeof TYPES_OF)[TimelineKind][number];

export const TIMELINE_TYPES = TIMELINE_KINDS.flatMap((kind): readonly TimelineType[] => TYPES_OF[kind]);

/** Kinds that say nothing of the record: those who book see them, too. */
export const UNCLINICAL_KINDS: readonly TimelineKind[] = ["VISIT", "STAY"];
