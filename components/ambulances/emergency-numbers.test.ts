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
  ])("follows the time zone: %s", (zone, number) => {
    expect(likelyNumber(zone).number).toBe(number);
  });

  it("falls back to the most widely known one", () => {
    expect(likelyNumber("America/Sao_Paulo").number).toBe("112");
    expect(likelyNumber("UTC").number).toBe("112");
  });
});
