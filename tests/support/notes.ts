import type { EncounterParts } from "@/lib/domain/records/schema";

/** A visit in which nothing was measured, diagnosed or prescribed. */
export const NO_PARTS: EncounterParts = { vitals: [], diagnoses: [], prescriptions: [] };
