/** Of each kind of thing: more letters find another. */
export const MOST_HITS = 5;
