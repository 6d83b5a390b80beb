/** How many screens a place has at most. */
export const MOST_DISPLAYS = 20;
/** How many queues one screen is narrowed to at most. */
export const MOST_DOCTORS = 40;
/** How many numbers stand on a screen for each queue, after those who are called. */
export const NEXT_SHOWN = 4;
