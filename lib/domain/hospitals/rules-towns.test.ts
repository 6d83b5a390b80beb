import { describe, expect, it } from "vitest";
import { townLabels, townsOf } from "./rules-towns";

const at = (city: string, latitude: number, longitude: number, country: string | null = null, places = 1) => ({
  city,
  latitude,
  longitude,
  country,
  places,
});

describe("towns from many places", () => {
  it("are merged when only spelling or the country differs", () => {
    expect(
      townsOf([at("Berlin", 52, 13, null, 3), at("berlin ", 52.4, 13.4, "DE"), at("BERLIN", 52, 13, "DE", 4)]),
    ).toEqual([{ city: "BERLIN", country: "DE", latitude: expect.closeTo(52.05), longitude: expect.closeTo(13.05) }]);
  });

  it("stay separate when far apart, and are distinguished by country", () => {
    const towns = townsOf([
      at("Berlin", 52.5, 13.4, "DE", 9),
      at("Berlin", 44.5, -71.2, "US"),
      at("Aachen", 50.8, 6.1, "DE"),
    ]);
    expect(townLabels(towns)).toEqual(["Aachen", "Berlin, Germany", "Berlin, United States"]);
  });

  it("are distinguished by position when they share a country", () => {
    const towns = townsOf([at("Springfield", 39.8, -89.6, "US", 2), at("Springfield", 42.1, -72.6, "US")]);
    expect(townLabels(towns)).toEqual([
      "Springfield, United States (39.8, -89.6)",
      "Springfield, United States (42.1, -72.6)",
    ]);
  });
});
