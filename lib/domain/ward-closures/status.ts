export const CLOSURE_REASONS = ["CLEANING", "WORKS", "INFECTION_CONTROL", "STAFFING", "OTHER"] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

/** The job that begins a closing, tells of it and ends it; the timer finds what a dead worker has left. */
export const TEND_TASK = "tend-ward-closure";

/** How far ahead one can begin. */
export const MAX_DAYS_AHEAD = 366;

/** The most beds that are closed one by one; more of them are a ward. */
export const MAX_CLOSED_BEDS = 200;

/** Where a closing stands by the clock; `UNDONE` and `OVER` are final. */
export const CLOSURE_PHASES = ["SCHEDULED", "CLOSED", "OVER", "UNDONE"] as const;
export type ClosurePhase = (typeof CLOSURE_PHASES)[number];
