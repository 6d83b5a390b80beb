import { z } from "zod";
import { formatMoney, largestMinor } from "./amount";
import { CURRENCIES } from "./currencies";

/** A currency people pay in: its ISO 4217 code, in any case. */
export const currencyCode = z
  .string({ error: "Must be a currency code such as EUR" })
  .overwrite((value) => value.trim().toUpperCase())
  .refine((value) => CURRENCIES.has(value), "Must be a currency code such as EUR")
  .meta({ description: "ISO 4217", pattern: "^[A-Z]{3}$" });

/** An amount in a currency's smallest unit, before the currency is known; no currency allows more. */
export const minorAmount = z
  .int("Enter an amount such as 80 or 80.50, with no more decimals than the currency has")
  .min(0, "Must be 0 or more");

/** Reports an amount that the currency can't represent at its field; for `superRefine`. */
export function checkAmount(
  amountMinor: number | null | undefined,
  currency: string,
  path: PropertyKey[],
  ctx: z.RefinementCtx,
): void {
  const most = largestMinor(currency);
  if (typeof amountMinor !== "number" || amountMinor <= most || !CURRENCIES.has(currency)) return;
  ctx.addIssue({ code: "custom", path, message: `At most ${formatMoney({ amountMinor: most, currency })}` });
}

/** An amount as input. */
export const moneyInput = z
  .strictObject({
    amountMinor: minorAmount.meta({ description: "In the currency's smallest unit." }),
    currency: currencyCode,
  })
  .superRefine(({ amountMinor, currency }, ctx) => checkAmount(amountMinor, currency, ["amountMinor"], ctx));

/** A stored amount, shown whatever it is. */
export const moneyOutput = z.object({
  amountMinor: z.int().meta({ description: "In the currency's smallest unit." }),
  currency: z.string().meta({ description: "ISO 4217" }),
});
export type Money = z.infer<typeof moneyOutput>;

/** Reads an amount from a row's columns; null when there is none. */
export function moneyOf(amountMinor: bigint | number | null, currency: string): Money | null {
  return amountMinor === null ? null : { amountMinor: Number(amountMinor), currency };
}
