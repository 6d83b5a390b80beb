import { shiftDate } from "@/lib/platform/time/local-date";

/** A public holiday by its local date, named in English. */
export type PublicHoliday = { date: string; name: string };

/** A calendar of public holidays: a country's, `DE`, or one of its regions', `DE-BY`. */
export type HolidayCalendar = { code: string; name: string };

const DAY_HOURS = 24;

/** Returns a country's calendars, its own first; none where nothing is known of it. */
export async function listCalendars(country: string): Promise<HolidayCalendar[]> {
  const holidays = await load();
  const name = holidays.getCountries("en")[country];
  if (name === undefined) return [];
  const regions = Object.entries(holidays.getStates(country, "en") ?? {})
    .map(([code, region]) => ({ code: `${country}-${code.toUpperCase()}`, name: region }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  return [{ code: country, name }, ...regions];
}

/** Returns the days of a year that are public holidays, in order; none for a calendar that isn't known. */
export async function listPublicHolidays(calendar: string, year: number): Promise<PublicHoliday[]> {
  const [country = "", region] = calendar.split("-");
  if (!(await listCalendars(country)).some(({ code }) => code === calendar)) return [];
  const holidays = await load();
  const options = { types: ["public" as const], languages: ["en"] };
  if (region === undefined) holidays.init(country, options);
  else holidays.init(country, region, options);
  const days = new Map<string, string>();
  for (const { date, start, end, name } of holidays.getHolidays(year, "en")) {
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 3_600_000 / DAY_HOURS));
    for (let nth = 0; nth < length; nth += 1) {
      const on = shiftDate(date.slice(0, 10), nth);
      days.set(on, [days.get(on), name].filter(Boolean).join(", "));
    }
  }
  return [...days].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Its rules are read when they are first needed: few processes ever do. */
async function load() {
  const { default: Holidays } = await import("date-holidays");
  return new Holidays();
}
