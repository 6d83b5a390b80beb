import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** All that may be read from a replica, a moment late (docs/decisions/0080). None of them decides anything. */
const READERS = [
  "lib/domain/directory/find-search-query.ts",
  "lib/domain/directory/internal/interpret-filter.ts",
  "lib/domain/directory/internal/search-candidates.ts",
  "lib/domain/directory/list-cards.ts",
  "lib/domain/directory/list-fee-currencies.ts",
  "lib/domain/directory/load-choices.ts",
  "lib/domain/doctors/queries.ts",
  "lib/domain/hospitals/queries.ts",
  "lib/domain/hospitals/search-hospitals.ts",
  "lib/domain/services/queries.ts",
];

const files = ["app", "components", "lib"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${root}/${name}`),
);
const importing = (module: string) =>
  files.filter((file) => readFileSync(file, "utf8").includes(`from "@/lib/platform/db/${module}"`)).sort();

it("only lists and profiles that everyone sees are read from a replica", () => {
  expect(importing("published")).toEqual(READERS);
});

it("nothing else reaches the replica's connections", () => {
  // The pages of one are as old as it is, which they say.
  expect(importing("replica")).toEqual(["lib/composition/start-server.ts", "lib/composition/start-shared-pages.ts"]);
  const beside = files.filter((file) => readFileSync(file, "utf8").includes('from "./replica"'));
  expect(beside).toEqual(["lib/platform/db/published.ts"]);
});
