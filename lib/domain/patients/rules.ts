/** Returns the whole years from a date of birth (midnight UTC) to a day. */
export function ageOn(bornOn: Date, day: Date): number {
  const hadBirthday = day.toISOString().slice(5, 10) >= bornOn.toISOString().slice(5, 10);
  return day.getUTCFullYear() - bornOn.getUTCFullYear() - (hadBirthday ? 0 : 1);
}
