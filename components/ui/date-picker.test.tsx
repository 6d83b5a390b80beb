import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { fromPickerDate, toPickerDate } from "./calendar-date";
import { DatePicker } from "./date-picker";
import { Field } from "./field";
import { ReaderProvider } from "./reader";

it("works by keyboard alone and submits an ISO date", async () => {
  const user = userEvent.setup();
  const onValueChange = vi.fn();
  const { container } = render(
    <Field label="Day" name="day">
      <DatePicker defaultValue="2025-11-26" min="2025-11-20" onValueChange={onValueChange} />
    </Field>,
  );
  const trigger = screen.getByRole("button", { name: /^Day/ });
  await user.tab();
  expect(trigger).toHaveFocus();
  await user.keyboard("{Enter}{ArrowRight}{ArrowDown}{Enter}");
  expect(onValueChange).toHaveBeenCalledWith("2025-12-04");
  expect(container.querySelector<HTMLInputElement>("input[name=day]")?.value).toBe("2025-12-04");
  expect(trigger).toHaveFocus();
  expect(trigger).toHaveTextContent("Thursday, December 4, 2025");
});

it("refuses days outside its limits", async () => {
  const user = userEvent.setup();
  const onValueChange = vi.fn();
  render(<DatePicker aria-label="Day" value="2025-11-20" min="2025-11-20" onValueChange={onValueChange} />);
  await user.click(screen.getByRole("button", { name: /^Day/ }));
  expect(screen.getByRole("button", { name: /19th/ })).toBeDisabled();
  await user.keyboard("{Escape}");
  expect(onValueChange).not.toHaveBeenCalled();
});

it("starts the week on the reader's first day", async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator, "language", "get").mockReturnValue("en-US");
  render(
    <ReaderProvider reader={{ timeZone: "America/New_York", locale: "en-US", weekStartsOn: 0 }}>
      <DatePicker aria-label="Day" value="2025-11-20" />
    </ReaderProvider>,
  );
  await user.click(screen.getByRole("button", { name: /^Day/ }));
  const first = document.querySelector("thead th, [role=columnheader]");
  expect(first).toHaveAccessibleName("Sunday");
  vi.restoreAllMocks();
});

it.each(["2025-03-30", "1945-08-15", "2024-02-29", "1900-01-01"])("round-trips %s to the same day", (date) => {
  expect(fromPickerDate(toPickerDate(date) ?? new Date(0))).toBe(date);
});
