import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Combobox } from "./combobox";
import { Field } from "./field";

const OPTIONS = [
  { value: "1", label: "Cardiology", keywords: ["heart"] },
  { value: "2", label: "Dermatology", keywords: ["skin"] },
  { value: "3", label: "Pädiatrie" },
];

function setUp(props: Partial<Parameters<typeof Combobox>[0]> = {}) {
  const onValueChange = vi.fn();
  const { container } = render(
    <Field label="Specialty" name="specialty">
      <Combobox options={OPTIONS} onValueChange={onValueChange} {...props} />
    </Field>,
  );
  const sent = () => container.querySelector<HTMLInputElement>("input[name=specialty]")?.value;
  return {
    user: userEvent.setup(),
    onValueChange,
    sent,
    trigger: () => screen.getByRole("combobox", { name: "Specialty" }),
  };
}

it("opens, filters and selects by keyboard alone, and restores focus", async () => {
  const { user, onValueChange, sent, trigger } = setUp();
  await user.tab();
  expect(trigger()).toHaveFocus();
  await user.keyboard("{Enter}");
  await user.keyboard("SKIN");
  const field = screen.getByPlaceholderText("Search…");
  const option = screen.getByRole("option", { name: "Dermatology" });
  expect(screen.getAllByRole("option")).toHaveLength(1);
  expect(field).toHaveAttribute("aria-activedescendant", option.id);
  await user.keyboard("{Enter}");
  expect(onValueChange).toHaveBeenCalledWith("2", OPTIONS[1]);
  expect(screen.queryByRole("listbox")).not.toBeInTheDocument();
  expect(trigger()).toHaveFocus();
  expect(trigger()).toHaveTextContent("Dermatology");
  expect(sent()).toBe("2");
});

it("wraps around at both ends with the arrow keys", async () => {
  const { user, onValueChange } = setUp();
  await user.tab();
  await user.keyboard("{Enter}{ArrowUp}");
  expect(screen.getByRole("option", { name: "Pädiatrie" })).toHaveAttribute("aria-selected", "true");
  await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  expect(onValueChange).toHaveBeenCalledWith("2", OPTIONS[1]);
});

it("finds words without their accents", async () => {
  const { user } = setUp();
  await user.tab();
  await user.keyboard("{Enter}padi");
  expect(screen.getByRole("option", { name: "Pädiatrie" })).toBeVisible();
});

it("says when nothing is found, and Escape keeps the previous choice", async () => {
  const { user, onValueChange, trigger } = setUp({ defaultValue: "1" });
  await user.tab();
  await user.keyboard("{Enter}zzz");
  expect(screen.getByText("Nothing found")).toBeVisible();
  await user.keyboard("{Enter}{Escape}");
  expect(onValueChange).not.toHaveBeenCalled();
  expect(trigger()).toHaveTextContent("Cardiology");
});

it("lets the caller do the searching", async () => {
  const onSearch = vi.fn();
  const { user } = setUp({ onSearch, pending: true, options: [] });
  await user.tab();
  await user.keyboard("{Enter}ab");
  expect(onSearch).toHaveBeenLastCalledWith("ab");
  expect(screen.getByText("Searching…")).toBeVisible();
});
