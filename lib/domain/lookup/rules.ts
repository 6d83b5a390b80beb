/** Per kind of thing; more letters narrow it down. */
export const MAX_HITS = 5;
