import { expect, it } from "vitest";
import packed from "moment-timezone/data/packed/latest.json";
import { releaseText, rulesRelease } from "./rules-release";

it("names the release of the package in use", () => {
  expect(rulesRelease().release).toBe(packed.version);
  expect(packed.version).toMatch(/^20\d\d[a-z]$/);
});

it.each([
  ["2026f", "2026f", null, /^Time zone rules: IANA 2026f\.$/],
  ["2026f", undefined, null, /^Time zone rules: IANA 2026f\.$/],
  ["2026f", "2025c", "node", /IANA 2026f\. Node\.js is behind with 2025c/],
  ["2026f", "2027a", "rules", /IANA 2026f, behind Node\.js, which has 2027a\. Update moment-timezone/],
])("says which of %s and Node's %s is older", (release, node, behind, text) => {
  const known = { ...rulesRelease(release, node ?? release), node: node ?? null };
  expect(known.behind).toBe(behind);
  expect(releaseText(known)).toMatch(text);
});
