import { describe, expect, it } from "vitest";
import { widestWindowOf, windowOf } from "./rules";

const now = new Date("2027-03-27T15:30:00Z");
const DAY = 86_400_000;

describe("the requested days", () => {
  it("start and end at the doctor's own midnight, also when the clocks change", () => {
    const window = windowOf({ availableFrom: "2027-03-28", availableTo: "2027-03-28" }, "Europe/Berlin", now);
    expect(window).toEqual({ from: new Date("2027-03-27T23:00:00Z"), to: new Date("2027-03-28T22:00:00Z") });
  });
  it("never lie in the past", () => {
    expect(windowOf({ availableFrom: "2027-03-01" }, "Asia/Tokyo", now)?.from).toEqual(now);
    expect(windowOf({ availableTo: "2027-03-26" }, "Asia/Tokyo", now)).toBeNull();
    expect(windowOf({ availableTo: "2027-03-28" }, "Asia/Tokyo", now)?.to).toEqual(new Date("2027-03-28T15:00:00Z"));
  });
  it("are limited to 92", () => {
    const window = windowOf({ availableFrom: "2027-04-01", availableTo: "2029-01-01" }, "UTC", now);
    expect((window?.to.getTime() ?? 0) - (window?.from.getTime() ?? 0)).toBe(92 * DAY);
  });
  it.each(["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"])(
    "lie within the widest window for %s",
    (zone) => {
      const days = { availableFrom: "2027-04-01", availableTo: "2027-04-02" };
      const [narrow, wide] = [windowOf(days, zone, now), widestWindowOf(days, now)];
      expect(wide && narrow && wide.from <= narrow.from && narrow.to <= wide.to).toBe(true);
    },
  );
});
