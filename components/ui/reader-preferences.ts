import type { Clock } from "@/lib/platform/time/clock";
import { currentZoneName } from "@/lib/platform/time/current-zone-name";
import { isTimeZone } from "@/lib/platform/time/zone-name";

export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The reader's zone and locale for times and numbers, and the first day of their week (0 is Sunday). */
export type ReaderPreferences = { timeZone: string; locale: string; weekStartsOn: Weekday };

/** The same with the clock by which instants are shown to them. */
export type Reader = ReaderPreferences & { clock: Clock };

const FALLBACK_LOCALE = "en-GB";
const SUNDAY_FIRST = new Set(
  "AS AU BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW".split(
    " ",
  ),
);
const SATURDAY_FIRST = new Set("AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY".split(" "));

/** The words are English, so the formats are too: the reader's own English, or the one with the 24-hour clock. */
export function readerLocale(language: string | undefined): string {
  return language && /^en-[A-Z]{2}$/.test(language) ? language : FALLBACK_LOCALE;
}

type WeekInfo = { firstDay: number };
/** Engines have it as a method, older ones as a property, Firefox not at all. */
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

/** The first day of the week where the language's region is; Monday where nothing is known. */
export function weekStart(language: string | undefined): Weekday {
  if (!language) return 1;
  try {
    const locale: LocaleWithWeek = new Intl.Locale(language);
    const week = locale.getWeekInfo?.() ?? locale.weekInfo;
    return week ? ((week.firstDay % 7) as Weekday) : weekStartIn(locale.maximize().region);
  } catch {
    return 1;
  }
}

/** By CLDR's table, for browsers that don't know it. */
function weekStartIn(region: string | undefined): Weekday {
  if (region && SUNDAY_FIRST.has(region)) return 0;
  return region && SATURDAY_FIRST.has(region) ? 6 : 1;
}

/** Days by their ISO number (7 is Sunday) in the order of a week that begins on this day. */
export function weekdaysFrom<Day extends { day: number }>(first: Weekday, days: readonly Day[]): Day[] {
  const at = days.findIndex(({ day }) => day === isoWeekday(first));
  return [...days.slice(at), ...days.slice(0, at)];
}

/** ISO numbers Sunday 7. */
export function isoWeekday(day: Weekday): number {
  return day === 0 ? 7 : day;
}

/** What the server knows about a reader: the cookie's zone (else UTC) and the first of `Accept-Language`. */
export function readerFrom(zoneCookie: string | undefined, acceptLanguage: string | null): ReaderPreferences {
  const language = acceptLanguage?.split(",")[0]?.split(";")[0]?.trim();
  return {
    timeZone: isTimeZone(zoneCookie) ? currentZoneName(zoneCookie) : "UTC",
    locale: readerLocale(language),
    weekStartsOn: weekStart(language),
  };
}
