import { describe, expect, it } from "vitest";
import { distanceText, mapHref, pointText } from "./point-text";

describe("a location in words", () => {
  it("is accurate to a metre", () => {
    expect(pointText({ latitude: 52.525123456, longitude: -0.1 })).toBe("52.52512, -0.10000");
    expect(mapHref({ latitude: 52.5, longitude: 13.4 })).toBe(
      "https://www.openstreetmap.org/?mlat=52.50000&mlon=13.40000#map=17/52.50000/13.40000",
    );
  });

  it.each([
    [3, "10 m"],
    [24, "30 m"],
    [310, "350 m"],
    [1234, "1.2 km"],
    [2_000, "2 km"],
    [45_678, "46 km"],
    [1_234_567, "1,235 km"],
  ])("gives the distance: %s", (metres, text) => {
    expect(distanceText(metres)).toBe(text);
  });
});
