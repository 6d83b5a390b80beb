import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Checkbox } from "./checkbox";
import { DatePicker } from "./date-picker";
import { errorFor, Field } from "./field";
import { Input } from "./input";
import { Select } from "./select";
import { Textarea } from "./textarea";

const ERRORS = [
  { path: "email", message: "Write an address like name@example.org." },
  { path: "address.city", message: "Name the city." },
];

it("binds the label, the hint and the form's error for its path to the control", () => {
  render(
    <Field label="Email" name="email" hint="Only for your visits." errors={ERRORS} required>
      <Input type="email" />
    </Field>,
  );
  const input = screen.getByRole("textbox", { name: "Email" });
  expect(input).toHaveAttribute("name", "email");
  expect(input).toBeRequired();
  expect(input).toBeInvalid();
  expect(input).toHaveAccessibleDescription("Write an address like name@example.org. Only for your visits.");
});

it("leaves a control without an error valid and without a description", () => {
  render(
    <Field label="Reason" name="reason" errors={ERRORS} optional>
      <Textarea />
    </Field>,
  );
  const control = screen.getByRole("textbox", { name: "Reason (optional)" });
  expect(control).toBeValid();
  expect(control).not.toHaveAttribute("aria-describedby");
});

it("also binds controls that aren't inputs", () => {
  render(
    <>
      <Field label="Place" name="place" error="Choose a place.">
        <Select options={[{ value: "a", label: "North" }]} />
      </Field>
      <Field label="Day" name="day" error="Choose a day.">
        <DatePicker />
      </Field>
    </>,
  );
  expect(screen.getByRole("combobox", { name: "Place" })).toHaveAccessibleDescription("Choose a place.");
  expect(screen.getByRole("button", { name: "Day" })).toHaveAccessibleDescription("Choose a day.");
});

it("names a checkbox by its own text", () => {
  render(<Checkbox name="remind" label="Remind me" hint="A day before" />);
  expect(screen.getByRole("checkbox", { name: "Remind me" })).toHaveAccessibleDescription("A day before");
});

it("finds an error at its path or below, and nowhere else", () => {
  expect(errorFor(ERRORS, "address")).toBe("Name the city.");
  expect(errorFor(ERRORS, "mail")).toBeUndefined();
  expect(errorFor(undefined, "email")).toBeUndefined();
});
