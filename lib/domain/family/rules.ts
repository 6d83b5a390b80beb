import { ageOn } from "@/lib/domain/patients/rules";
import { daysBetween } from "@/lib/platform/time/local-date";

/** From this birthday on, only the person themselves decides who acts for them. */
export const MAJORITY = 18;
/** From this age on, a parent may hand the record over. */
export const HAND_OVER_AGE = 16;
/** How long before the majority parents are told. */
const NOTICE_DAYS = 60;
/** Children one account may add. */
export const MAX_CHILDREN = 12;
/** People who act for one patient, invitations included. */
export const MAX_HOLDERS = 20;

const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

/** Returns the age of someone born on a date, on another date. */
export function ageAt(bornOn: string, today: string): number {
  return ageOn(midnight(bornOn), midnight(today));
}

/**
 * Returns the date of the 18th birthday; 1 March for those born on 29 February. The database's `majority_on` says the
 * same.
 */
export function majorityOn(bornOn: string): string {
  const day = midnight(bornOn);
  day.setUTCFullYear(day.getUTCFullYear() + MAJORITY);
  return day.toISOString().slice(0, 10);
}

/** Tells whether someone is old enough, and still young enough, for a parent to hand over the record. */
export function canHandOver(bornOn: string | null, today: string): boolean {
  return bornOn !== null && ageAt(bornOn, today) >= HAND_OVER_AGE && ageAt(bornOn, today) < MAJORITY;
}

/** Returns the days until the majority while it is near; null before that, and after. */
export function daysToMajority(bornOn: string | null, today: string): number | null {
  if (bornOn === null) return null;
  const days = daysBetween(today, majorityOn(bornOn));
  return days > 0 && days <= NOTICE_DAYS ? days : null;
}
