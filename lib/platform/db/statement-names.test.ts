import { expect, it, vi } from "vitest";
import { nameStatements, statementName } from "./statement-names";

it("gives a statement one name, and none behind a pooler, also in another copy of this file, as a build has", async () => {
  const statement = { sql: "SELECT 1" };
  expect(statementName(statement)).toMatch(/^[\w-]{24}$/);
  expect(statementName(statement)).toBe(statementName(statement));
  nameStatements(false);
  vi.resetModules();
  const copy = await import("./statement-names");
  expect(copy.statementName).not.toBe(statementName);
  expect(copy.statementName(statement)).toBe("");
  copy.nameStatements(true);
  expect(statementName(statement)).not.toBe("");
});
