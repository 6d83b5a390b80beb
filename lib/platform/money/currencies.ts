import { data } from "currency-codes";

export type Currency = { code: string; name: string; decimals: number };

/** What ISO 4217 has added since the package's list (amendment 176: the Caribbean guilder). */
const ADDED: Currency[] = [{ code: "XCG", name: "Caribbean Guilder", decimals: 2 }];

/** Units of account and next-day funds, which ISO lists beside a country's money; no one pays for a visit in them. */
const FUNDS = new Set(["BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XDR", "XSU", "XUA"]);

/** Metals, bond units, the test code and "no currency" belong to no country; ISO writes ZZ and a number instead. */
const isTender = ({ code, countries }: { code: string; countries: string[] }) =>
  !FUNDS.has(code) && !countries.some((country) => /^ZZ\d/i.test(country));

/**
 * The currencies people pay in (ISO 4217), by code: the one source of what is a currency and how many decimals it has,
 * for forms, filters, imports, the API and display. Browsers and Node have other decimals for some (PKR, IDR, HUF).
 */
export const CURRENCIES: ReadonlyMap<string, Currency> = new Map(
  [...data.filter(isTender).map(({ code, currency, digits }) => ({ code, name: currency, decimals: digits })), ...ADDED]
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((currency) => [currency.code, currency]),
);

/** Returns how many decimals a currency has. Two for an unknown code, because stored amounts must still be shown. */
export function decimalsOf(code: string): number {
  return CURRENCIES.get(code)?.decimals ?? 2;
}
