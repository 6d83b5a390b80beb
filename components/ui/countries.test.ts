import { expect, it } from "vitest";
import { countryName, countryOptions } from "./countries";

it("offers today's countries by name, and nothing else", () => {
  const options = countryOptions();
  const codes = options.map(({ value }) => value);
  expect(codes).toEqual(expect.arrayContaining(["DE", "NP", "JP", "US", "KE", "GB", "XK", "PT"]));
  for (const gone of ["DD", "SU", "YU", "UK", "EU", "UN", "ZZ", "XA", "QO"]) expect(codes).not.toContain(gone);
  expect(options.length).toBeGreaterThan(230);
  expect(options.length).toBeLessThan(260);
  expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
  expect(countryName("DE")).toBe("Germany");
});
