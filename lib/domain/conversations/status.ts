/** On whose behalf someone reads and writes: the patient, someone who acts for them, the doctor or the front desk. */
export const SIDES = ["PATIENT", "PROXY", "DOCTOR", "DESK"] as const;
export type Side = (typeof SIDES)[number];

/** Whose list of conversations is read. */
export const INBOXES = ["patient", "doctor", "hospital"] as const;
export type Inbox = (typeof INBOXES)[number];

export const LONGEST_MESSAGE = 1000;
/** How many messages each side may send about a visit within an hour; the database has the same. */
export const MOST_PER_HOUR = 30;
export const MOST_FILES = 20;
/** How long after a visit messages about it can be sent; the database has the same. */
export const OPEN_DAYS = 7;

export const LONGEST_TEMPLATE = 300;
export const MOST_TEMPLATES = 20;
