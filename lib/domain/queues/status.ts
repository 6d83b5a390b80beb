/** Why someone is called before those who were there first: coded, so that nothing about their health is written down. */
export const PRIORITY_REASONS = ["URGENT_SYMPTOMS", "PAIN", "CHILD", "FRAIL", "OTHER"] as const;
export type PriorityReason = (typeof PRIORITY_REASONS)[number];

/** Where someone with a number is in the line. `SET_ASIDE`: they missed every call, and are called only once they are back. */
export const TICKET_STATES = ["WAITING", "CALLED", "SET_ASIDE", "IN_PROGRESS", "OVER"] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** How someone came into the line. `PHONE`: they checked in by themselves, and may still be on their way. */
export const ARRIVED_BY = ["DESK", "PHONE", "CODE"] as const;
export type ArrivedBy = (typeof ARRIVED_BY)[number];

/** How many urgent patients a day may come on top of what a doctor has booked at a place; the database counts them, too. */
export const MAX_OVERBOOKED = 6;
