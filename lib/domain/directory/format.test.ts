import { describe, expect, it } from "vitest";
import { filterFromSearch, languageName, placeLine, specialtyLine } from "./format";

describe("words", () => {
  it("name languages, and keep codes nobody knows", () => expect([languageName("sw"), languageName("qqq")]).toEqual(["Swahili", "qqq"]));
  it("join specialties like a sentence", () => {
    expect(specialtyLine([{ slug: "a", name: "Cardiology" }, { slug: "b", name: "Endocrinology" }])).toBe("Cardiology, endocrinology");
  });
  it("name the city once", () => {
    const place = { hospital: null, address: null, country: null, latitude: null, longitude: null, timeZone: "UTC" };
    expect(placeLine({ ...place, name: "Klinikum Berlin", city: "Berlin" })).toBe("Klinikum Berlin");
    expect(placeLine({ ...place, name: "Sonnwald practice", city: "Berlin" })).toBe("Sonnwald practice, Berlin");
  });
});

describe("the filters of an address", () => {
  it("are read as typed", () => {
    expect(filterFromSearch({ q: "mira", city: "Berlin", near: "52.5,13.4", sort: "distance", pages: "3" })).toEqual({
      q: "mira", city: "Berlin", near: { latitude: 52.5, longitude: 13.4 }, sort: "distance",
    });
  });

  it.each<[Record<string, string | string[]>, object]>([
    [{ q: "", city: " ", availableFrom: "" }, { sort: "relevance" }],
    [{ sort: "distance" }, { sort: "relevance" }],
    [{ radiusKm: "5", city: "Berlin" }, { city: "Berlin", sort: "relevance" }],
    [{ near: "north", sort: "distance", language: "de" }, { language: "de", sort: "relevance" }],
    [{ availableFrom: "2027-02-30", mode: "PHONE", q: "a" }, { q: "a", sort: "relevance" }],
    [{ maxFee: "cheap", sort: "price", utm_source: "x", __proto__x: "y" }, { sort: "relevance" }],
    [{ city: ["Berlin", "Tokyo"] }, { city: "Berlin", sort: "relevance" }],
    [{ q: "x".repeat(500) }, { sort: "relevance" }],
  ])("leave out what makes no sense: %j", (search, filter) => expect(filterFromSearch(search)).toEqual(filter));
});
