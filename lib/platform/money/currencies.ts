import { data } from "currency-codes";

export type Currency = { code: string; name: string; decimals: number };

/** What ISO 4217 has added since the list the package carries (amendment 176: the Caribbean guilder). */
const ADDED: Currency[] = [{ code: "XCG", name: "Caribbean Guilder", decimals: 2 }];

/** Units of account and next-day funds: nobody pays a visit in them. ISO lists them beside a country's money. */
const FUNDS = new Set(["BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XDR", "XSU", "XUA"]);

/** Metals, bond units, the test code and "no currency" belong to no country; ISO writes ZZ and a number instead. */
const isTender = ({ code, countries }: { code: string; countries: string[] }) =>
  !FUNDS.has(code) && !countries.some((country) => /^ZZ\d/i.test(country));

/**
 * The money people pay with (ISO 4217), by code: the one source of what is a currency and how many decimals it has, for
 * forms, filters, imports, the API and what is shown. Browsers and Node know other decimals for some (PKR, IDR, HUF).
 */
export const CURRENCIES: ReadonlyMap<string, Currency> = new Map(
  [...data.filter(isTender).map(({ code, currency, digits }) => ({ code, name: currency, decimals: digits })), ...ADDED]
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((currency) => [currency.code, currency]),
);

/** How many decimals a currency has. Two for a code that is none: what was stored before must still be shown. */
export function decimalsOf(code: string): number {
  return CURRENCIES.get(code)?.decimals ?? 2;
}
