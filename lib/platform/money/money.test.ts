import { describe, expect, it } from "vitest";
import { amountMinor, amountText, formatMoney, largestMinor } from "./amount";
import { CURRENCIES, decimalsOf } from "./currencies";
import { currencyCode, moneyInput } from "./money";

describe("currencies", () => {
  it("have the decimals of ISO 4217, whatever this Node's tables say", () => {
    const decimals = ["EUR", "PKR", "HUF", "IDR", "IRR", "JPY", "KWD", "IQD", "XOF", "XCG"].map((code) => [
      code,
      decimalsOf(code),
    ]);
    expect(Object.fromEntries(decimals)).toEqual({
      EUR: 2,
      PKR: 2,
      HUF: 2,
      IDR: 2,
      IRR: 2,
      JPY: 0,
      KWD: 3,
      IQD: 3,
      XOF: 0,
      XCG: 2,
    });
  });

  it.each(["QQQ", "XXX", "XTS", "XAU", "XBA", "XDR", "CLF", "USN", "UYW", "CHE", "euro", "E", ""])(
    "%s is not a currency",
    (code) => {
      expect(currencyCode.safeParse(code).success).toBe(false);
    },
  );

  it("are accepted in any case", () => expect(currencyCode.parse(" eur ")).toBe("EUR"));
});

describe("amounts as people type them", () => {
  it.each([
    ["80", "EUR", 8000],
    ["80.5", "EUR", 8050],
    ["80,5", "EUR", 8050],
    ["19.99", "EUR", 1999],
    [" 8000 ", "JPY", 8000],
    ["8000.00", "JPY", 8000],
    ["3000", "PKR", 300_000],
    ["1 500", "EUR", 150_000],
    ["1,234.50", "EUR", 123_450],
    ["1.234,50", "EUR", 123_450],
    ["12 345,67", "EUR", 1_234_567],
    ["1\u202f500", "EUR", 150_000],
    ["1’500.50", "CHF", 150_050],
    ["1.500", "KWD", 1500],
    ["1,50,000", "INR", 15_000_000],
    ["1,000,000", "IRR", 100_000_000],
    ["８０", "EUR", 8000],
    ["", "EUR", null],
    ["0", "EUR", 0],
  ])("%j of %s is %s", (text, currency, minor) => expect(amountMinor(text, currency)).toBe(minor));

  it.each([
    ["8000.5", "JPY"],
    ["1.5", "JPY"],
    ["80.505", "EUR"],
    ["1,500", "EUR"],
    ["1.500", "EUR"],
    ["1,500", "KWD"],
    ["1.500,000", "EUR"],
    ["1.2345", "KWD"],
    ["eighty", "EUR"],
    ["-5", "EUR"],
    ["1e3", "EUR"],
    ["1.2.3", "EUR"],
    [",", "EUR"],
    ["80 EUR", "EUR"],
  ])("%j of %s is refused, never rounded or guessed", (text, currency) =>
    expect(amountMinor(text, currency)).toBeNaN(),
  );

  it("follow the chosen decimal sign", () => {
    expect([
      amountMinor("1.500", "EUR", ","),
      amountMinor("1.500", "KWD", "."),
      amountMinor("1,500", "KWD", "."),
      amountMinor("1.500", "EUR", "."),
    ]).toEqual([150_000, 1500, 1_500_000, Number.NaN]);
  });

  it("round-trip in every currency", () => {
    expect([
      amountText(8000, "EUR"),
      amountText(8050, "EUR"),
      amountText(8000, "JPY"),
      amountText(null, "EUR"),
    ]).toEqual(["80", "80.50", "8000", ""]);
    for (const code of CURRENCIES.keys()) {
      for (const minor of [0, 1, 150, largestMinor(code)])
        expect(amountMinor(amountText(minor, code), code, "."), code).toBe(minor);
    }
  });
});

describe("an amount in a request", () => {
  it.each([
    [150_000_00, "NGN"],
    [50_000_000_00, "IRR"],
    [largestMinor("EUR"), "EUR"],
    [0, "JPY"],
  ])("of %i %s is accepted", (amount, currency) => {
    expect(moneyInput.safeParse({ amountMinor: amount, currency }).success).toBe(true);
  });
  it.each([
    [-1, "EUR"],
    [1.5, "EUR"],
    [largestMinor("JPY") + 1, "JPY"],
    [1, "QQQ"],
  ])("of %d %s is refused", (amount, currency) => {
    expect(moneyInput.safeParse({ amountMinor: amount, currency }).success).toBe(false);
  });
});

describe("formatted money", () => {
  it.each([
    [9500, "EUR", "€95"],
    [9550, "EUR", "€95.50"],
    [8000, "JPY", "JP¥8,000"],
    [1500, "KWD", "KWD 1.500"],
    [0, "USD", "US$0"],
    [300_000, "PKR", "PKR 3,000"],
    [300_050, "PKR", "PKR 3,000.50"],
    [1250, "QQQ", "QQQ 12.50"],
  ])("%i of %s is %s", (amount, currency, text) => {
    expect(formatMoney({ amountMinor: amount, currency }).replace(/\u00a0/g, " ")).toBe(text);
  });
});
