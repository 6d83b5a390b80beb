/** Seconds in a larger unit of so many seconds, to a tenth; nothing stays nothing. */
export function toTenth(seconds: number | null, unitSeconds: number): number | null {
  return seconds === null ? null : Math.round((seconds / unitSeconds) * 10) / 10;
}
