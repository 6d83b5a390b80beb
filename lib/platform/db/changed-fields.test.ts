import { expect, it } from "vitest";
import { changedFields } from "./changed-fields";

it("keeps what differs, be it null, a date or a list", () => {
  const before = { name: "Ward 7", rate: 5, at: new Date(0), rules: [{ weekday: 1 }], note: null };
  expect(
    changedFields(before, { name: "Ward 8", rate: 5, at: new Date(1), rules: [{ weekday: 2 }], note: undefined }),
  ).toEqual({ name: "Ward 8", at: new Date(1), rules: [{ weekday: 2 }] });
  expect(changedFields({ rate: 5 }, { rate: null })).toEqual({ rate: null });
});

it("is null when nothing is requested or nothing differs", () => {
  expect(
    changedFields(
      { at: new Date(7), rules: [{ weekday: 1, start: "09:00" }] },
      { at: new Date(7), rules: [{ start: "09:00", weekday: 1 }] },
    ),
  ).toBeNull();
  expect(changedFields({ name: "Ward 7" }, { name: undefined })).toBeNull();
  expect(
    changedFields(
      { rate: 5000n, rules: [{ start: "09:00" }] },
      { rate: 5000, rules: [{ start: "09:00", validTo: undefined }] },
    ),
  ).toBeNull();
});
