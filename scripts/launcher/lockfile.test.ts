import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { missingEntries, unchecked } from "../complete-lock.mjs";
import { ROOT } from "../process/child";

type Lock = { packages: Parameters<typeof unchecked>[0] };

it("the lockfile contains the optional packages of every platform, so that npm ci accepts it there", () => {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;
  expect(missingEntries(lock.packages)).toEqual({});
});

it("the lockfile has a checksum for every package, so that nothing is installed unchecked", () => {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;
  expect(unchecked(lock.packages)).toEqual([]);
  expect(
    unchecked({
      "": {},
      a: { integrity: "sha512-x" },
      b: { link: true },
      c: { inBundle: true },
      d: { version: "1.0.0" },
    }),
  ).toEqual(["d"]);
});

it("completes an entry with its version and the platform in its name", () => {
  const packages = { "": {}, "node_modules/a": { optionalDependencies: { "@a/win32-arm64-msvc": "^1.2.3" } } };
  expect(missingEntries(packages)).toEqual({
    "node_modules/@a/win32-arm64-msvc": { version: "1.2.3", cpu: ["arm64"], os: ["win32"], optional: true },
  });
});
