/** Of each kind of thing: more letters find another. */
export const MAX_HITS = 5;
