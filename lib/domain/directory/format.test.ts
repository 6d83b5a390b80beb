import { describe, expect, it } from "vitest";
import { filterFromSearch, languageName, placeLine, specialtyLine } from "./format";

describe("directory texts", () => {
  it("name languages, and keep unknown codes", () =>
    expect([languageName("sw"), languageName("qqq")]).toEqual(["Swahili", "qqq"]));
  it("join specialties as in a sentence", () => {
    expect(
      specialtyLine([
        { slug: "a", name: "Cardiology" },
        { slug: "b", name: "Endocrinology" },
      ]),
    ).toBe("Cardiology, endocrinology");
  });
  it("name the city once", () => {
    const place = { hospital: null, address: null, country: null, latitude: null, longitude: null, timeZone: "UTC" };
    expect(placeLine({ ...place, name: "Klinikum Berlin", city: "Berlin" })).toBe("Klinikum Berlin");
    expect(placeLine({ ...place, name: "Sonnwald practice", city: "Berlin" })).toBe("Sonnwald practice, Berlin");
  });
});

describe("filters in an address", () => {
  it("are read as typed", () => {
    expect(
      filterFromSearch({ q: "mira", city: "Berlin", near: "52.5,13.4", sort: "distance", pages: "3" }).filter,
    ).toEqual({
      q: "mira",
      city: "Berlin",
      near: { latitude: 52.5, longitude: 13.4 },
      sort: "distance",
    });
  });

  it.each<[Record<string, string | string[]>, object, Record<string, string>]>([
    [{ q: "", city: " ", availableFrom: "" }, { sort: "relevance" }, {}],
    [{ sort: "distance" }, { sort: "relevance" }, { sort: "distance" }],
    [{ radiusKm: "5", city: "Berlin" }, { city: "Berlin", sort: "relevance" }, { radiusKm: "5" }],
    [
      { near: "north", sort: "distance", language: "de" },
      { language: "de", sort: "relevance" },
      { near: "north", sort: "distance" },
    ],
    [
      { availableFrom: "2027-02-30", mode: "PHONE", q: "a" },
      { q: "a", sort: "relevance" },
      { mode: "PHONE", availableFrom: "2027-02-30" },
    ],
    [
      { maxFee: "abc", sort: "price", utm_source: "x", __proto__x: "y" },
      { sort: "relevance" },
      { maxFee: "abc", sort: "price" },
    ],
    [{ maxFee: "80", currency: "QQQ" }, { maxFee: 80, sort: "relevance" }, { currency: "QQQ" }],
    [{ language: "qq" }, { sort: "relevance" }, { language: "qq" }],
    [{ city: ["Berlin", "Tokyo"] }, { city: "Berlin", sort: "relevance" }, { city: "Tokyo" }],
    [{ q: "x".repeat(500) }, { sort: "relevance" }, { q: "x".repeat(500) }],
  ])("are left out and reported when they make no sense: %j", (search, filter, leftOut) => {
    const read = filterFromSearch(search);
    expect(read.filter).toEqual(filter);
    expect(Object.fromEntries(read.leftOut.map(({ name, typed }) => [name, typed]))).toEqual(leftOut);
  });
});
