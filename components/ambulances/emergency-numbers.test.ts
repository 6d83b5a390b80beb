import { describe, expect, it } from "vitest";
import { likelyNumber } from "./emergency-numbers";

describe("the emergency number shown first", () => {
  it.each([
    ["Europe/Berlin", "112"],
    ["Europe/London", "999"],
    ["America/New_York", "911"],
    ["America/Indiana/Knox", "911"],
    ["Asia/Kathmandu", "102"],
    ["Asia/Katmandu", "102"],
    ["Asia/Tokyo", "119"],
    ["Australia/Perth", "000"],
  ])("is that of the place of the clock: %s", (zone, number) => {
    expect(likelyNumber(zone).number).toBe(number);
  });

  it("is the one that is known most widely where nothing better is known", () => {
    expect(likelyNumber("America/Sao_Paulo").number).toBe("112");
    expect(likelyNumber("UTC").number).toBe("112");
  });
});
