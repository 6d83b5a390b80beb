/** What is shared: allergies and conditions, or the notes with measurements and medicines as well. */
export const GRANT_SCOPES = ["BACKGROUND", "RECORD"] as const;
export type GrantScope = (typeof GRANT_SCOPES)[number];

/** `PAUSED`: the doctor isn't verified at the moment. */
export const GRANT_STATES = ["ACTIVE", "PAUSED", "ENDED"] as const;
export type GrantState = (typeof GRANT_STATES)[number];
