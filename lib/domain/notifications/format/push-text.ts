import { notificationText, type NewsSide } from "../format";

/**
 * What a notification says on a screen that others may be looking at, where its own sentence says more than that something of a
 * kind has changed. The first pattern that fits decides.
 */
const NEUTRAL: readonly [RegExp, string][] = [
  [/^bed-booking\.requested$/, "A bed has been requested"],
  [/^bed-booking\./, "There is a change to a hospital stay"],
  [/^(encounter|prescription)\./, "There is something new in your records"],
  [/^patient\.(un)?merged$/, "There is a change to your records"],
  [/^emergency-access\.reviewed$/, "There is a change to who reads a record"],
  [/^emergency-access\./, "A record was opened in an emergency"],
  [/^record-(grant|link)\./, "There is a change to who reads a record"],
  [/^appointment\.no-show/, "There is a change to an appointment"],
];

/** Returns a notification's line on a locked screen: no illness, doctor, department or person, and nothing of a record. */
export function pushText(type: string, side?: NewsSide): string {
  return NEUTRAL.find(([pattern]) => pattern.test(type))?.[1] ?? notificationText(type, side);
}
