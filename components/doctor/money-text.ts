function digitsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount as people type it: 8050 minor units of EUR are "80.50", 8000 are "80"; nothing is "". */
export function amountText(minor: number | null, currency: string): string {
  if (minor === null) return "";
  const digits = digitsOf(currency);
  const amount = minor / 10 ** digits;
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(digits);
}

/** What was typed, in minor units: "80,50" and "80.5" alike. Null for nothing, NaN for what is no amount. */
export function amountMinor(text: string, currency: string): number | null {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return null;
  const minor = Number(plain) * 10 ** digitsOf(currency);
  return Math.abs(minor - Math.round(minor)) < 1e-6 ? Math.round(minor) : Number.NaN;
}
