/** A calendar date as forms use it: `YYYY-MM-DD`, without time or zone. */
export type CalendarDate = string;

/** The date picker's representation: noon of that day on the device's clock, which exists on every day. */
export function toPickerDate(date: CalendarDate | undefined | null): Date | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? "");
  if (!match) return undefined;
  return new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]), 12);
}

/** The reverse. */
export function fromPickerDate(date: Date): CalendarDate {
  const pad = (part: number, length = 2) => String(part).padStart(length, "0");
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
