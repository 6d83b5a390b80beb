import { AppError } from "@/lib/platform/errors/app-error";
import { localDateAt } from "@/lib/platform/time/local-date";
import { monthAfter } from "../rules";
import { MOST_MONTHS } from "../status";

/** Makes sure that a month is still to come by the place's clock, and not too far. Throws `invalid`. */
export function requireAhead(month: string, now: Date, timeZone: string): void {
  const today = localDateAt(now, timeZone);
  const refuse = (message: string) => new AppError("invalid", message, { fields: [{ path: "month", message }] });
  if (month < monthAfter(today, 1)) throw refuse("Choose a month that is still to come");
  if (month > monthAfter(today, MOST_MONTHS)) throw refuse("Choose a month within the next five years");
}
