export const LEVELS = ["INFO", "WARNING"] as const;
export type AnnouncementLevel = (typeof LEVELS)[number];

/** Who reads it: everyone who is signed in, or the people of one kind of portal. */
export const AUDIENCES = ["EVERYONE", "PATIENTS", "DOCTORS", "HOSPITALS"] as const;
export type AnnouncementAudience = (typeof AUDIENCES)[number];

export type AnnouncementState = "UPCOMING" | "CURRENT" | "OVER";

/** So many stand at the top of a page at once. */
export const MOST_SHOWN = 3;
/** Pages know what begins within this: no session lasts longer, so none has to be told when it begins. */
export const AHEAD_HOURS = 12;
/** As many as an administrator publishes within an hour. */
export const ANNOUNCEMENT_LIMIT = { name: "announcements", limit: 20, windowSeconds: 3600 } as const;
