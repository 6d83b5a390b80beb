import { describe, expect, it } from "vitest";
import { ownPath } from "./page-path";

describe("an address from outside", () => {
  it.each(["/", "/patient/visits?tab=past#top", "/api/docs", "/a//b"])("is this site's: %s", (address) =>
    expect(ownPath(address)).toBe(address),
  );

  it.each([
    "",
    "patient",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/a/..//b",
  ])("is not this site's: %j", (address) => expect(ownPath(address)).toBeUndefined());
});
