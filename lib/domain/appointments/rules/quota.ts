/** How much one person may book at a time, so that no one can take everything. Pure; the numbers are configurable. */
export type Quotas = {
  /** Upcoming visits of one patient, with anyone. */
  upcoming: number;
  /** … and with one doctor. */
  upcomingWithDoctor: number;
  /** Visits of one patient on one local date. */
  perDay: number;
  /** Times an account may hold at once, over all doctors. */
  holds: number;
  /** Times of one doctor that may be held at once, by anyone. */
  holdsOfDoctor: number;
  /** How often within an hour an account may hold the same time. */
  holdsOfOneTime: number;
  /** … and times of one doctor. */
  holdsPerHour: number;
};

/** What a patient has already, without the visit in question. */
export type VisitCounts = { upcoming: number; withDoctor: number; onDay: number; onDayHere: number };
/** The limits of the doctor's hours, where they have any. */
export type HoursQuotas = { mostVisitsPerPatientPerDay?: number | null; mostNewPatientsPerDay?: number | null };

export type VisitQuota = "upcoming" | "with-doctor" | "per-day" | "per-day-here" | "new-patients";
export type Reached = { quota: VisitQuota; most: number };

/** Returns the first quota that one more visit would exceed. */
export function visitQuotaReached(counts: VisitCounts, quotas: Quotas, hours: HoursQuotas): Reached | null {
  const here = hours.mostVisitsPerPatientPerDay ?? Infinity;
  if (counts.onDayHere >= here) return { quota: "per-day-here", most: here };
  if (counts.onDay >= quotas.perDay) return { quota: "per-day", most: quotas.perDay };
  if (counts.withDoctor >= quotas.upcomingWithDoctor) return { quota: "with-doctor", most: quotas.upcomingWithDoctor };
  if (counts.upcoming >= quotas.upcoming) return { quota: "upcoming", most: quotas.upcoming };
  return null;
}

/** `elsewhere`: own ones with other doctors; `others`: of this doctor by others; both of the last hour: own ones. */
type HoldCounts = { elsewhere: number; others: number; ofThisTime: number; withDoctor: number };

/** Tells whether one more time may be held. One that can't be held can still be booked. */
export function canHold(counts: HoldCounts, quotas: Quotas): boolean {
  return (
    counts.elsewhere < quotas.holds &&
    counts.others < quotas.holdsOfDoctor &&
    counts.ofThisTime < quotas.holdsOfOneTime &&
    counts.withDoctor < quotas.holdsPerHour
  );
}
