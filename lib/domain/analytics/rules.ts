/** Converts seconds into a larger unit, to a tenth; null stays null. */
export function toTenth(seconds: number | null, unitSeconds: number): number | null {
  return seconds === null ? null : Math.round((seconds / unitSeconds) * 10) / 10;
}
