import { expect, it } from "vitest";
import { statementSpan } from "./statement-span";

it.each([
  [`SELECT "public"."Doctor"."id" FROM "public"."Doctor" WHERE 1=1`, "SELECT Doctor"],
  [`  WITH "due" AS (SELECT 1 FROM "Message") UPDATE "Message" SET "state" = $1`, "SELECT Message"],
  [`INSERT INTO "Hold" ("id") VALUES ($1)`, "INSERT Hold"],
  [`update "User" set "name" = $1`, "UPDATE User"],
  ["SELECT 1", "SELECT"],
  ["COMMIT", "STATEMENT"],
])("describes %s", (text, name) => {
  expect(statementSpan(text).name).toBe(name);
});
