/** Doctors one record is shared with at a time. */
export const MAX_GRANTS = 20;
