import { expect, it } from "vitest";
import { followsChange, JUST_CHANGED } from "./just-changed";

it("an answer to a form and a page that has heard of a change have it; what anyone else reads may lag", () => {
  const marked = `a=b; ${JUST_CHANGED}=1`;
  expect(followsChange({ method: "POST", cookie: undefined })).toBe(true);
  expect(followsChange({ method: "GET", cookie: marked })).toBe(true);
  expect(followsChange({ method: "GET", cookie: "a=b" })).toBe(false);
  expect(followsChange({ method: "HEAD", cookie: undefined })).toBe(false);
});
