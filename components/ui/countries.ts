const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Codes that CLDR names but that aren't countries: unions, test codes, remote territories without a post office. */
const NOT_COUNTRIES = new Set(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]);

/** "DE" → "Germany". */
export function countryName(code: string, locale = "en-GB"): string {
  return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code;
}

/** Every country by name; ISO 3166 codes as the runtime knows them, without former states. */
export function countryOptions(locale = "en-GB"): { value: string; label: string }[] {
  const codes = [...LETTERS].flatMap((first) => [...LETTERS].map((second) => first + second));
  const isCurrent = (code: string) => new Intl.Locale(`und-${code}`).region === code;
  return codes
    .filter((code) => !NOT_COUNTRIES.has(code) && isCurrent(code) && countryName(code, locale) !== code)
    .map((code) => ({ value: code, label: countryName(code, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
