import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { Plot } from "./plot";

const points = ["Mon", "Tue", "Wed"].map((name) => ({ name, short: name }));
const show = () =>
  render(
    <Plot
      title="Beds taken"
      text="On average 2 beds were taken."
      points={points}
      series={[
        { name: "Taken", look: "area", values: [1, null, 3] },
        { name: "Beds", look: "dashed", values: [4, 4, 4] },
      ]}
      format={(value) => `${value} beds`}
      formatTick={String}
      unit="beds"
      pointLabel="Day"
    />,
  );

describe("a plot", () => {
  it("describes in words what it shows, starting with the newest point", () => {
    show();
    expect(screen.getByRole("figure", { name: "Beds taken" })).toHaveTextContent("On average 2 beds were taken.");
    expect(screen.getByRole("slider")).toHaveAttribute("aria-valuetext", "Wed: Taken 3 beds, Beds 4 beds");
  });

  it("is read point by point with the keyboard, and stops at both ends", async () => {
    show();
    const points = screen.getByRole("slider", { name: "Beds taken, point by point" });
    points.focus();
    await userEvent.keyboard("{ArrowLeft}");
    expect(points).toHaveAttribute("aria-valuetext", "Tue: Taken –, Beds 4 beds");
    await userEvent.keyboard("{Home}{ArrowLeft}");
    expect(points).toHaveAttribute("aria-valuenow", "1");
    await userEvent.keyboard("{End}{ArrowRight}");
    expect(points).toHaveAttribute("aria-valuenow", "3");
  });

  it("shows the point below the pointer, and the newest one after the pointer leaves", () => {
    show();
    const points = screen.getByRole("slider");
    points.getBoundingClientRect = () => ({
      left: 100,
      width: 300,
      top: 0,
      right: 400,
      bottom: 0,
      height: 0,
      x: 100,
      y: 0,
      toJSON: () => ({}),
    });
    fireEvent.pointerMove(points, { clientX: 120 });
    expect(points).toHaveAttribute("aria-valuenow", "1");
    fireEvent.pointerLeave(points);
    expect(points).toHaveAttribute("aria-valuenow", "3");
  });

  it("has an equivalent table, newest first", () => {
    show();
    const rows = within(screen.getByRole("table", { name: "Beds taken", hidden: true })).getAllByRole("row", {
      hidden: true,
    });
    expect(rows.map((row) => row.textContent)).toEqual([
      "DayTakenBeds",
      "Wed3 beds4 beds",
      "Tue–4 beds",
      "Mon1 beds4 beds",
    ]);
  });
});
