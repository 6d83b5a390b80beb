/** How long a record stays open; the database's trigger says the same. */
export const EMERGENCY_HOURS = 4;
/** Records one doctor opens within 24 hours. */
export const MAX_A_DAY = 5;
/** Attempts to find someone, so that nobody guesses who is a patient. */
export const FIND_LIMIT = { name: "emergency-access", limit: 20, windowSeconds: 3600, by: "actor" } as const;
