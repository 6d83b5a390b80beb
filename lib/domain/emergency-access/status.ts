export const VERDICTS = ["JUSTIFIED", "NOT_JUSTIFIED"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What administrators look at: what waits for a review, and what was reviewed. */
export const REVIEW_STATES = ["open", "reviewed"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
