/** What is shared: allergies and conditions, or the notes with measurements and medicines as well. */
export const GRANT_SCOPES = ["BACKGROUND", "RECORD"] as const;
export type GrantScope = (typeof GRANT_SCOPES)[number];

/** `PAUSED`: the doctor isn't verified at the moment. */
export const GRANT_STATES = ["ACTIVE", "PAUSED", "ENDED"] as const;
export type GrantState = (typeof GRANT_STATES)[number];

/** The parts of a record a link can open. */
export const LINK_PARTS = ["ALLERGIES", "CONDITIONS", "MEDICINES", "MEASUREMENTS", "VISITS"] as const;
export type LinkPart = (typeof LINK_PARTS)[number];

/** `ENDED`: by someone, by its time, or because who made it no longer may. */
export const LINK_STATES = ["ACTIVE", "ENDED"] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** What a link was opened on, as far as the browser says. */
export const DEVICE_KINDS = ["PHONE", "TABLET", "COMPUTER", "OTHER"] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** How many minutes a link may hold: a quarter of an hour, an hour, a day, a week. */
export const LINK_MINUTES = [15, 60, 1440, 10_080] as const;

/** Browsers that open a link which isn't for one alone. */
export const MAX_DEVICES = 5;
