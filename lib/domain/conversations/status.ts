/** On whose behalf someone reads and writes: the patient, someone who acts for them, the doctor or the front desk. */
export const SIDES = ["PATIENT", "PROXY", "DOCTOR", "DESK"] as const;
export type Side = (typeof SIDES)[number];

/** Tells on which side of a conversation someone stands. */
export function isPatientSide(side: Side): boolean {
  return side === "PATIENT" || side === "PROXY";
}

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

/** What each side is offered to begin with. */
export const BUILT_IN_TEMPLATES = {
  patient: [
    "I’m running about 15 minutes late.",
    "I’ll bring someone with me.",
    "How do I find you when I arrive?",
    "Is there anything I should bring?",
  ],
  practice: [
    "Please bring your X-rays or other pictures.",
    "Please bring a list of the medicines you take.",
    "Please come 10 minutes early.",
    "We’re running late today. Please allow more time.",
  ],
} as const;
