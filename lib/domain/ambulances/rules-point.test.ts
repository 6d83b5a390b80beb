import { describe, expect, it } from "vitest";
import { metresBetween, parsePoint } from "./rules-point";

describe("pasted coordinates", () => {
  it.each([
    "52.5251, 13.3694",
    "52.5251,13.3694",
    "52.5251 13.3694",
    "52,5251 13,3694",
    "52,5251; 13,3694",
    "52.5251° N, 13.3694° E",
    "geo:52.5251,13.3694",
    "geo:52.5251,13.3694?z=17",
    " +52.5251 , +13.3694 ",
  ])("are parsed: %s", (text) => {
    expect(parsePoint(text)).toEqual({ latitude: 52.5251, longitude: 13.3694 });
  });

  it("understand south and west", () => {
    expect(parsePoint("33.8568 S, 151.2153 E")).toEqual({ latitude: -33.8568, longitude: 151.2153 });
    expect(parsePoint("-1.28,36.82")).toEqual({ latitude: -1.28, longitude: 36.82 });
  });

  it.each(["", "Lindenstraße 4", "91, 10", "10, 181", "52.5", "1,2,3,4"])(
    "are rejected when ambiguous or invalid: %s",
    (text) => {
      expect(parsePoint(text)).toBeUndefined();
    },
  );
});

it.each([
  ["Berlin to Munich", { latitude: 52.52, longitude: 13.405 }, { latitude: 48.137, longitude: 11.575 }, 504_400],
  ["over the date line", { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111_195],
  ["nowhere", { latitude: -33.9, longitude: 18.4 }, { latitude: -33.9, longitude: 18.4 }, 0],
  ["half around", { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }, 20_015_115],
])("measures %s along the great circle", (_what, from, to, metres) => {
  expect(Math.abs(metresBetween(from, to) - metres)).toBeLessThanOrEqual(metres * 0.001);
});
