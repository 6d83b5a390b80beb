import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/**
 * Prisma's client quotes the whole schema, and the bundle of each route has a copy. One character outside of Latin-1 makes Node.js
 * keep all of them with two bytes a character: 77 MB more in each web process.
 */
it("the schema has no character outside of Latin-1", () => {
  const files = readdirSync("prisma/schema").filter((file) => file.endsWith(".prisma"));
  expect(files.length).toBeGreaterThan(10);
  const isWide = (line: string) => [...line].some((character) => character > "\u00ff");
  expect(files.flatMap((file) => readFileSync(`prisma/schema/${file}`, "utf8").split("\n").filter(isWide))).toEqual([]);
});
