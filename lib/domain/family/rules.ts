import { ageOn } from "@/lib/domain/patients/rules";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import { daysBetween } from "@/lib/platform/time/local-date";

/** From this birthday on, only the person themselves decides who acts for them. */
export const MAJORITY = 18;
/** From this age on, a parent may hand the record over. */
export const HAND_OVER_AGE = 16;
/** How long before the majority parents are told. */
const NOTICE_DAYS = 60;
/** For how long after adding a child a date of birth can be moved to a later day. */
const CORRECTION_DAYS = 30;
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

/**
 * Tells whether a child's date of birth may be corrected to another one: to an earlier day at any time, to a later one
 * only soon after the child was added, so that no one puts off the end of their access.
 */
export function canMoveBirthday(child: { bornOn: string | null; createdAt: Date }, bornOn: string, now: Date): boolean {
  const isLater = child.bornOn !== null && bornOn > child.bornOn;
  return !isLater || now.getTime() - child.createdAt.getTime() < CORRECTION_DAYS * DAY_MS;
}

/** Returns the days until the majority while it is near; null before that, and after. */
export function daysToMajority(bornOn: string | null, today: string): number | null {
  if (bornOn === null) return null;
  const days = daysBetween(today, majorityOn(bornOn));
  return days > 0 && days <= NOTICE_DAYS ? days : null;
}
