/** How much one person may take at a time, so that nobody can take everything. Pure; the numbers are the configuration's. */
export type Quotas = {
  /** Visits of one patient that are upcoming, with anyone. */
  upcoming: number;
  /** … and with one doctor. */
  upcomingWithDoctor: number;
  /** Visits of one patient on one local date. */
  perDay: number;
  /** Times an account keeps for itself at once, over all doctors. */
  holds: number;
  /** Times of one doctor that may be kept at once, by anyone. */
  holdsOfDoctor: number;
  /** How often within an hour an account may keep one and the same time. */
  holdsOfOneTime: number;
  /** … and times of one doctor. */
  holdsPerHour: number;
};

/** What a patient has already, without the visit in question. */
export type VisitCounts = { upcoming: number; withDoctor: number; onDay: number; onDayHere: number };
/** What the doctor's hours ask for, where they do. */
export type HoursQuotas = { mostVisitsPerPatientPerDay?: number | null; mostNewPatientsPerDay?: number | null };

export type VisitQuota = "upcoming" | "with-doctor" | "per-day" | "per-day-here" | "new-patients";
export type Reached = { quota: VisitQuota; most: number };

/** The first quota that one more visit would break. */
export function visitQuotaReached(counts: VisitCounts, quotas: Quotas, hours: HoursQuotas): Reached | null {
  const here = hours.mostVisitsPerPatientPerDay ?? Infinity;
  if (counts.onDayHere >= here) return { quota: "per-day-here", most: here };
  if (counts.onDay >= quotas.perDay) return { quota: "per-day", most: quotas.perDay };
  if (counts.withDoctor >= quotas.upcomingWithDoctor) return { quota: "with-doctor", most: quotas.upcomingWithDoctor };
  if (counts.upcoming >= quotas.upcoming) return { quota: "upcoming", most: quotas.upcoming };
  return null;
}

/** `elsewhere`: own ones with other doctors; `others`: of this doctor by others; both of the last hour: own ones. */
export type HoldCounts = { elsewhere: number; others: number; ofThisTime: number; withDoctor: number };

/** Whether one more time may be kept. Who may not can still book it. */
export function canHold(counts: HoldCounts, quotas: Quotas): boolean {
  return (
    counts.elsewhere < quotas.holds &&
    counts.others < quotas.holdsOfDoctor &&
    counts.ofThisTime < quotas.holdsOfOneTime &&
    counts.withDoctor < quotas.holdsPerHour
  );
}
