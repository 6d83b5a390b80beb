/** What a link is sent for. REMINDER: confirm, move or cancel. NEW_TIME: choose another time than one that can't be kept. */
export const LINK_PURPOSES = ["REMINDER", "NEW_TIME"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** What has become of the appointment of a link that opens nothing any more. */
export const LINK_ENDS = ["MOVED", "CANCELLED", "BEGUN"] as const;
export type LinkEnd = (typeof LINK_ENDS)[number];

/** How often one network may look at links and use them: a clinic is behind one address, and 256 bits can't be guessed. */
export const LINK_LIMIT = { name: "visit-links", limit: 120, windowSeconds: 600 };
