import { decimalsOf } from "./currencies";

/** Nine digits before the decimals: enough for a day in any currency, and exact in JSON, JavaScript and PostgreSQL. */
const MAX_DIGITS = 9;

/** Returns the largest amount of a currency, in its smallest unit. */
export function largestMinor(currency: string): number {
  return 10 ** (MAX_DIGITS + decimalsOf(currency)) - 1;
}

/** Formats an amount as people type it: 8050 minor units of EUR are "80.50", 8000 are "80"; nothing is "". */
export function amountText(minor: number | null, currency: string): string {
  if (minor === null) return "";
  const decimals = decimalsOf(currency);
  const amount = minor / 10 ** decimals;
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(decimals);
}

export type DecimalSign = "." | ",";

const SPACES = /[\s\u00a0\u2009\u202f'’]/gu;

/**
 * Parses what was typed into minor units. Null for nothing; NaN for what isn't an amount, has too many decimals for the
 * currency, or is ambiguous ("1,500"): nothing is rounded or guessed. Without a `sign`, the last separator is the
 * decimal one.
 */
export function amountMinor(text: string, currency: string, sign?: DecimalSign): number | null {
  const plain = text.normalize("NFKC").replace(SPACES, "");
  if (plain === "") return null;
  const decimals = decimalsOf(currency);
  const decimal = sign ?? signOf(plain, decimals);
  if (decimal === null) return Number.NaN;
  const group = decimal === "." ? "," : ".";
  const [whole = "", fraction = "", ...more] = plain.split(decimal);
  const isWhole = /^\d+$/.test(whole) || new RegExp(`^\\d{1,3}(\\${group}\\d{2,3})*\\${group}\\d{3}$`).test(whole);
  if (more.length > 0 || !isWhole || !/^\d*$/.test(fraction)) return Number.NaN;
  // Spreadsheets write 8000.00 yen. Three zeros are not decimals but thousands with a mistaken separator.
  if (/[1-9]/.test(fraction.slice(decimals)) || (fraction.length === 3 && decimals !== 3)) return Number.NaN;
  return Number(whole.replaceAll(group, "") + fraction.slice(0, decimals).padEnd(decimals, "0"));
}

/** Guesses the decimal sign of an amount; null where a single separator before three digits may be either. */
function signOf(plain: string, decimals: number): DecimalSign | null {
  const last = plain.lastIndexOf(".") > plain.lastIndexOf(",") ? "." : ",";
  const other = last === "." ? "," : ".";
  if (plain.includes(other)) return last;
  const pieces = plain.split(last);
  if (pieces.length > 2) return other;
  return pieces[1]?.length === 3 && !(last === "." && decimals === 3) ? null : last;
}

const LOCALE = "en-GB";

/** Formats "€95", "JP¥8,000", "US$12.50": with the currency's own decimals, none when they are all zeros. */
export function formatMoney({ amountMinor: minor, currency }: { amountMinor: number; currency: string }): string {
  const decimals = decimalsOf(currency);
  const amount = minor / 10 ** decimals;
  const digits = Number.isInteger(amount) ? 0 : decimals;
  return new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}
