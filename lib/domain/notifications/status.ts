/** What a notification is about, as lists are narrowed by it; PostgreSQL derives the same from its type. */
export const NOTIFICATION_KINDS = ["VISITS", "STAYS", "FAMILY", "RECORDS", "OTHER"] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** How many notifications of one thing a list shows; the thing's own page has the rest. */
export const SHOWN_OF_GROUP = 5;
