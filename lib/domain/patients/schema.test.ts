import { expect, test } from "vitest";
import { birthDate } from "./schema";

const faultsOf = (date: unknown) => birthDate.safeParse(date).error?.issues.map(({ message }) => message);

test("distinguishes a birth date before 1900 from an invalid date", () => {
  expect(birthDate.parse("1900-01-01")).toBe("1900-01-01");
  expect(faultsOf("1899-12-31")).toEqual(["Check the year: it must be 1900 or later"]);
  expect(faultsOf("1980-02-30")).toEqual(["Must be a date such as 2030-01-31"]);
  expect(faultsOf("2199-01-01")).toEqual(["Can't be in the future"]);
  expect(faultsOf(undefined)).toEqual(["Required"]);
});
