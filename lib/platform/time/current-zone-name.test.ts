import { expect, it } from "vitest";
import { currentZoneName, listZoneNames } from "./current-zone-name";
import { zoneNamed } from "./zone";

it.each([
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["Europe/Berlin", "Europe/Berlin"],
])("calls %s %s", (old, current) => expect(currentZoneName(old)).toBe(current));

it("keeps the rules of every zone it calls by another name", () => {
  for (const name of Intl.supportedValuesOf("timeZone")) {
    const [now, current] = [Date.now(), zoneNamed(currentZoneName(name))];
    expect(current, name).not.toBeNull();
    expect(current?.offsetAt(now), name).toBe(zoneNamed(name)?.offsetAt(now));
  }
});

it("lists each zone once, by its current name only", () => {
  const names = listZoneNames();
  expect(names).toEqual([...new Set(names)].sort());
  expect(names).toEqual(expect.arrayContaining(["UTC", "Asia/Kolkata", "Europe/Kyiv"]));
  expect(names.filter((name) => currentZoneName(name) !== name)).toEqual([]);
});
