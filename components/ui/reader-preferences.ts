/** Who reads: the zone and locale in which times and numbers are shown. */
export type Reader = { timeZone: string; locale: string };

/** The browser tells the server its zone in this cookie, so that the first page already shows the reader's times. */
export const READER_ZONE_COOKIE = "caresync-zone";

const FALLBACK_LOCALE = "en-GB";

/** The zone if this runtime knows it, else undefined. */
export function knownTimeZone(timeZone: string | undefined): string | undefined {
  if (!timeZone) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** The words are English, so formats are too; which English, the reader's settings say. */
export function readerLocale(languages: readonly string[]): string {
  return languages.find((language) => /^en-[A-Z]{2}$/.test(language)) ?? FALLBACK_LOCALE;
}

/** What the server knows of a reader: the cookie's zone (else UTC) and the English of `Accept-Language`. */
export function readerFrom(zoneCookie: string | undefined, acceptLanguage: string | null): Reader {
  const languages = (acceptLanguage ?? "").split(",").map((part) => part.split(";")[0]?.trim() ?? "");
  return { timeZone: knownTimeZone(zoneCookie) ?? "UTC", locale: readerLocale(languages) };
}
