import { describe, expect, it } from "vitest";
import { amountMinor, amountText } from "./money-text";

describe("amounts as people type them", () => {
  it("keep the currency's own digits", () => {
    expect([amountText(8000, "EUR"), amountText(8050, "EUR"), amountText(8000, "JPY"), amountText(null, "EUR")]).toEqual(["80", "80.50", "8000", ""]);
    expect([amountMinor("80", "EUR"), amountMinor("80,5", "EUR"), amountMinor(" 8000 ", "JPY"), amountMinor("", "EUR")]).toEqual([8000, 8050, 8000, null]);
  });

  it("are not rounded to something else", () => {
    expect(amountMinor("80.505", "EUR")).toBeNaN();
    expect(amountMinor("1.5", "JPY")).toBeNaN();
    expect(amountMinor("eighty", "EUR")).toBeNaN();
    expect(amountMinor("19.99", "EUR")).toBe(1999);
  });
});
