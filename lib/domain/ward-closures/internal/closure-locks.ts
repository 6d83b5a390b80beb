/** Everything that gives a bed of the hospital to someone holds it together with others; what closes or opens beds, alone. */
export function closureLock(hospitalId: string): string {
  return `ward-closures:${hospitalId}`;
}
