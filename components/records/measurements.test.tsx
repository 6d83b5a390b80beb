import { render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { MeasurementSeries } from "@/lib/domain/records/rules-measurements";
import { Measurements } from "./measurements";

const timeZone = "Europe/Berlin";
const [early, late] = ["2025-11-03T09:00:00Z", "2026-11-12T09:00:00Z"];
const series: MeasurementSeries[] = [
  {
    kinds: ["SYSTOLIC", "DIASTOLIC"],
    unit: "mmHg",
    isConverted: false,
    range: [84, 148],
    points: [
      { at: early, timeZone, values: [148, 92] },
      { at: late, timeZone, values: [132, 84] },
    ],
  },
  {
    kinds: ["TEMPERATURE"],
    unit: "°F",
    isConverted: true,
    range: [97, 101],
    points: [
      { at: early, timeZone, values: [98.6] },
      { at: late, timeZone, values: [99.5] },
    ],
  },
  {
    kinds: ["WEIGHT"],
    unit: "kg",
    isConverted: false,
    range: [60, 80],
    points: [{ at: late, timeZone, values: [70] }],
  },
];

/** The rows of a plot's table: the one that unfolds, and the one on paper. */
function tablesOf(name: string) {
  const figure = screen.getByRole("figure", { name });
  return within(figure)
    .getAllByRole("table", { hidden: true })
    .map((table) =>
      within(table)
        .getAllByRole("row", { hidden: true })
        .map((row) => row.textContent),
    );
}

describe("measurements", () => {
  it("begin with the latest of each, and its date", () => {
    render(<Measurements series={series} level={2} />);
    expect(screen.getAllByRole("term").map((term) => term.parentElement?.textContent)).toEqual([
      "Blood pressure132/84 mmHgNov 12, 2026",
      "Temperature99.5 °FNov 12, 2026",
      "Weight70 kgNov 12, 2026",
    ]);
  });

  it("have all values of a plot in a table, newest first, on screen and on paper", () => {
    render(<Measurements series={series} level={2} />);
    const rows = ["DateUpperLower", "Nov 12, 2026132 mmHg84 mmHg", "Nov 3, 2025148 mmHg92 mmHg"];
    expect(tablesOf("Blood pressure")).toEqual([rows, rows]);
    expect(tablesOf("Temperature")[1]).toEqual(["DateTemperature", "Nov 12, 202699.5 °F", "Nov 3, 202598.6 °F"]);
  });

  it("are said in words, also that some were taken in another unit", () => {
    render(<Measurements series={series} level={3} />);
    expect(screen.getByRole("figure", { name: "Blood pressure" })).toHaveTextContent(
      "Upper from 132 mmHg to 148 mmHg, lower from 84 mmHg to 92 mmHg, in 2 visits.",
    );
    expect(screen.getByRole("figure", { name: "Temperature" })).toHaveTextContent(
      "From 98.6 °F to 99.5 °F, in 2 visits. Values taken in other units are shown in °F.",
    );
    expect(screen.getByRole("heading", { level: 3, name: "Temperature" })).toBeInTheDocument();
  });

  it("are plotted only where there are two or more", () => {
    render(<Measurements series={series} level={2} />);
    expect(screen.queryByRole("figure", { name: "Weight" })).not.toBeInTheDocument();
  });
});
