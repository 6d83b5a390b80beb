import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { parseClockTime, shiftClockTime } from "./clock-time";
import { TimeInput } from "./time-input";

it.each([
  ["9", "09:00"],
  ["09", "09:00"],
  ["930", "09:30"],
  ["0930", "09:30"],
  ["9:30", "09:30"],
  ["9.30", "09:30"],
  ["17h", "17:00"],
  ["9:30 pm", "21:30"],
  ["12am", "00:00"],
  ["12 pm", "12:00"],
  ["23:59", "23:59"],
  [" 7 ", "07:00"],
  ["24:00", undefined],
  ["25", undefined],
  ["9:75", undefined],
  ["13pm", undefined],
  ["", undefined],
  ["nine", undefined],
])("reads %j as %s", (text, time) => {
  expect(parseClockTime(text)).toBe(time);
});

it("accepts 24:00 only as the end of a day", () => {
  expect(parseClockTime("24", { endOfDay: true })).toBe("24:00");
  expect(parseClockTime("24:30", { endOfDay: true })).toBeUndefined();
  expect(shiftClockTime("23:50", 15)).toBe("23:59");
  expect(shiftClockTime("23:50", 15, { endOfDay: true })).toBe("24:00");
});

it("formats the time on blur, steps with the arrow keys, and keeps and marks an invalid time", async () => {
  const user = userEvent.setup();
  const onValueChange = vi.fn();
  render(<TimeInput aria-label="From" onValueChange={onValueChange} />);
  const input = screen.getByRole("textbox", { name: "From" });
  await user.type(input, "930");
  await user.tab();
  expect(input).toHaveValue("09:30");
  await user.click(input);
  await user.keyboard("{ArrowUp}");
  expect(onValueChange).toHaveBeenLastCalledWith("09:45");
  await user.clear(input);
  await user.type(input, "soon");
  await user.tab();
  expect(input).toHaveValue("soon");
  expect(input).toBeInvalid();
});
