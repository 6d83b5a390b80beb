import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./rules";

describe("the return path after signing in", () => {
  it.each([
    "/patient",
    "/patient/visits?tab=past#top",
    "/doctors/dr-a?from=2030-01-01",
    "/admin/audit?action=x%2Fy",
    "/a//b",
  ])("accepts %s", (path) => expect(safeReturnPath(path)).toBe(path));

  it.each([
    ["another site", "https://evil.example/"],
    ["another site without a scheme", "//evil.example"],
    ["three slashes", "///evil.example"],
    ["a backslash", "/\\evil.example"],
    ["a backslash later", "/a\\..\\..//evil.example"],
    ["a tab that browsers drop", "/\t/evil.example"],
    ["a line break that browsers drop", "/\n/evil.example"],
    ["dots that lead to two slashes", "/..//evil.example"],
    ["dots in the middle", "/a/..//evil.example"],
    ["encoded dots", "/%2e%2e//evil.example"],
    ["a script", "javascript:alert(1)"],
    ["a script after a space", " javascript:alert(1)"],
    ["data", "data:text/html,x"],
    ["a user part", "/@evil.example:x@\u0000"],
    ["a relative path", "patient"],
    ["the API", "/api/auth/signout"],
    ["the sign-in page itself", "/sign-in?from=/sign-in"],
    ["nothing", ""],
    ["half a character", "/%"],
    ["endless text", `/${"a".repeat(3000)}`],
  ])("rejects %s", (_what, path) => {
    const back = safeReturnPath(path);
    // «/%» is an odd path of this site; all others are rejected.
    if (back !== undefined) expect(new URL(back, "https://here.example").origin).toBe("https://here.example");
    if (path !== "/%") expect(back).toBeUndefined();
  });
});
