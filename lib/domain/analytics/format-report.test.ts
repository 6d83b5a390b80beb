import { describe, expect, it } from "vitest";
import { reportFile } from "./format-report";
import { noVisits } from "./rules/days";
import type { Report } from "./schema-report";

const counts = { ...noVisits(), completed: 3, noShow: 1, leadMinutes: 4 * 1_440 };
const report: Report = {
  ...{ from: "2030-05-01", to: "2030-05-01", before: { from: "2030-04-30", to: "2030-04-30" } },
  ...{ asOf: "2030-05-02T08:00:00.000Z", today: "2030-05-02", unit: "day" },
  visits: {
    ...{ total: counts, before: noVisits(), hours: [], leads: [], reminders: [] },
    points: [{ from: "2030-05-01", to: "2030-05-01", ...counts }],
  },
  doctors: [{ id: "d1", name: '=HYPERLINK("https://evil.test")', department: null, ...counts }],
  ...{ departments: [], places: [], beds: null, calls: null },
};

const linesOf = (file: string) => file.replace("\ufeff", "").trimEnd().split("\r\n");

describe("a report's file", () => {
  it("has ISO dates, and shares with a point", () => {
    const [names, line] = linesOf(reportFile(report, "days"));
    expect(names).toMatch(/^from,to,appointments,came,/);
    expect(line).toMatch(/^2030-05-01,2030-05-01,4,3,3,1,/);
    expect(line).toContain(",0.25,");
  });

  it("has no cell that a spreadsheet would take for a formula", () => {
    const [, line] = linesOf(reportFile(report, "doctors"));
    expect(line).toContain(`"'=HYPERLINK(""https://evil.test"")"`);
  });

  it("is only its heading where there is nothing", () => {
    expect(linesOf(reportFile(report, "beds"))).toHaveLength(1);
    expect(reportFile(report, "beds").startsWith("\ufeff")).toBe(true);
  });
});
