import { parsePhoneNumberFromString, type CountryCode, isSupportedCountry } from "libphonenumber-js/min";
import zones from "moment-timezone/data/meta/latest.json";
import { cleanPhone, splitExtension } from "./phone";

/**
 * A phone number as it is stored: E.164, with `;ext=` before an extension. A number without a country code is read as
 * one of `country`. What is no number of its country, or has none, is kept as it was typed but for marks nobody sees:
 * a short number inside an organisation, a number of a plan we do not know yet.
 */
export function readPhone(typed: string, country: string | null): string {
  const clean = cleanPhone(typed);
  const { number, extension } = splitExtension(clean);
  const home: CountryCode | undefined = country !== null && isSupportedCountry(country) ? country : undefined;
  // Most of the world dials + as 00.
  const read = parsePhoneNumberFromString(number.replace(/^00(?=[1-9])/, "+"), home);
  if (!read?.isPossible()) return clean;
  return extension === null ? read.number : `${read.number};ext=${extension}`;
}

/** Parses a number that replaces another; keeps the previous spelling when both are the same number. */
export function readChangedPhone(typed: string, before: string | null, country: string | null): string {
  const read = readPhone(typed, country);
  return before !== null && readPhone(before, country) === read ? before : read;
}

const countries = new Map(Object.values(zones.zones).map(({ name, countries: [first] }) => [name, first]));

/** Returns the country of a time zone, where it lies in one: when nothing else is known about someone. */
export function countryOfZone(timeZone: string): string | null {
  return countries.get(timeZone) ?? null;
}
