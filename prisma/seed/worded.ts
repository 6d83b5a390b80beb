/** What was written about a booking, which the database keeps in a table of its own. */
export type Texts = { reason?: string | null; statusReason?: string | null };

/** A booking with what was written about it. */
export type Worded<T> = T & Texts;
