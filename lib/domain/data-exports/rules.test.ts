import { describe, expect, it } from "vitest";
import { fileHead, lineWriter } from "./rules";

const staff = { kind: "STAFF", hasMark: false } as const;
const row = {
  id: "1",
  name: '=HYPERLINK("http://x")',
  email: "+49, a",
  role: null,
  created_at: new Date("2026-01-02T03:04:05.678Z"),
  other: "left out",
};

describe("the lines of an export", () => {
  it("have one header row in a CSV file, after the mark if there is one", () => {
    expect(fileHead({ ...staff, format: "CSV" })).toBe("id,name,email,role,created_at\r\n");
    expect(fileHead({ ...staff, format: "CSV", hasMark: true })).toBe("\ufeffid,name,email,role,created_at\r\n");
    expect(fileHead({ ...staff, format: "NDJSON" })).toBe("");
  });

  it("contain no formula, quote what needs it, and have ISO dates", () => {
    const line = lineWriter({ ...staff, format: "CSV" });
    expect(line(row)).toBe('1,"\'=HYPERLINK(""http://x"")","\'+49, a",,2026-01-02T03:04:05.678Z\r\n');
  });

  it("are JSON as the rows are, in the order of the columns", () => {
    const line = lineWriter({ ...staff, format: "NDJSON" });
    expect(line(row)).toBe(
      '{"id":"1","name":"=HYPERLINK(\\"http://x\\")","email":"+49, a","role":null,"created_at":"2026-01-02T03:04:05.678Z"}\n',
    );
  });

  it("leave numbers as they are, negative ones too", () => {
    const line = lineWriter({ kind: "AMBULANCE_CALLS", format: "CSV", hasMark: false });
    expect(line({ pickup_latitude: -13.5, pickup_longitude: 2 })).toContain(",-13.5,2,");
  });
});
