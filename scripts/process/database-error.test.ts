import { describe, expect, it } from "vitest";
import { databaseError, requirePostgresUrl } from "./database-error";
import { StartError } from "./start-error";

const URL_WITH_PASSWORD = "postgresql://care:s3cret-word@db.example.org:5433/care";
const faults = [
  { code: "28P01", says: "refuses the user or password" },
  { code: "3D000", says: 'no database "care"' },
  { code: "ECONNREFUSED", says: "cannot be reached at db.example.org:5433" },
  { code: "EAI_AGAIN", says: "cannot be reached" },
  { code: "53300", says: "max_connections" },
  { code: "53100", says: "disk" },
  { code: "55P03", says: "stayed locked" },
  { message: "ERROR: canceling statement due to lock timeout", says: "try again" },
  { message: "ERROR: canceling statement due to statement timeout", says: "longer than an hour" },
  { code: "42501", says: "MIGRATION_DATABASE_URL" },
  { message: 'ERROR: permission denied to create extension "earthdistance"', says: "CREATE EXTENSION earthdistance;" },
  { message: "The server does not support SSL connections", says: "No secure connection" },
];

describe("databaseError", () => {
  it.each(faults)("describes $code $message in one sentence, without the password", ({ says, ...error }) => {
    const fault = databaseError({ message: "", ...error }, URL_WITH_PASSWORD);
    expect(fault).toBeInstanceOf(StartError);
    expect(fault.message).toContain(says);
    expect(fault.message).not.toContain("s3cret-word");
    expect(fault.message).not.toContain("\n");
  });

  it("leaves an unknown error as it is", () => {
    const error = new Error("something else");
    expect(databaseError(error, URL_WITH_PASSWORD)).toBe(error);
  });
});

describe("requirePostgresUrl", () => {
  it.each([undefined, "", "mysql://care:s3cret-word@db/care", "s3cret-word"])(
    "refuses %s without repeating it",
    (url) => {
      expect(() => requirePostgresUrl(url, "DATABASE_URL")).toThrow(StartError);
      expect(() => requirePostgresUrl(url, "DATABASE_URL")).not.toThrow(/s3cret-word/);
    },
  );
});
