import { describe, expect, it } from "vitest";
import { listCalendars, listPublicHolidays } from "./public-holidays";

const datesOf = async (calendar: string, year: number) =>
  (await listPublicHolidays(calendar, year)).map(({ date }) => date);

describe("public holidays", () => {
  it("are those of the country, and of a region besides", async () => {
    const [country, region] = [await datesOf("DE", 2027), await datesOf("DE-BY", 2027)];
    expect(country).toEqual([
      ...["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-17"],
      ...["2027-10-03", "2027-12-25", "2027-12-26"],
    ]);
    expect(region.filter((date) => !country.includes(date))).toEqual(["2027-01-06", "2027-05-27", "2027-11-01"]);
    expect((await listPublicHolidays("GB", 2027)).at(-1)).toEqual({
      date: "2027-12-28",
      name: "Boxing Day (substitute day)",
    });
  });

  it("last several days where they do, each day once", async () => {
    const dates = await datesOf("SA", 2027);
    expect(dates).toEqual(expect.arrayContaining(["2027-03-09", "2027-03-10", "2027-03-11", "2027-03-12"]));
    expect(new Set(dates).size).toBe(dates.length);
  });

  it("are none of a country or region that isn't known", async () => {
    for (const calendar of ["ZZ", "DE-ZZ", ""]) expect(await datesOf(calendar, 2027)).toEqual([]);
    expect(await listCalendars("ZZ")).toEqual([]);
  });

  it("have a calendar for the country and each of its regions, by name", async () => {
    const calendars = await listCalendars("DE");
    expect(calendars[0]).toEqual({ code: "DE", name: "Germany" });
    expect(calendars).toContainEqual({ code: "DE-BY", name: "Bayern" });
  });
});
