/** Of each kind of thing: whoever means another types on. */
export const MOST_HITS = 5;
