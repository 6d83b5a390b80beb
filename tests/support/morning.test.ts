import { expect, it } from "vitest";
import { morning } from "./morning";

it("is between eight and two at any hour of the day", () => {
  const hours = Array.from({ length: 24 }, (_, hour) => {
    const now = new Date(Date.UTC(2026, 10, 28, hour, 59));
    return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", timeZone: morning(now) }).format(now);
  });
  expect([...new Set(hours)]).toEqual(["08", "09", "10", "11", "12", "13"]);
});
