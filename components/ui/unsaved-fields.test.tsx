import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { leave } from "./leave";
import { UnsavedFields } from "./unsaved-fields";

function Form({ saved, onChange }: { saved?: number; onChange?: (isDirty: boolean) => void }) {
  return (
    <form aria-label="Profile">
      <UnsavedFields saved={saved} version={saved ?? 1} {...(onChange ? { onChange } : {})} />
      <input type="hidden" name="version" value={saved ?? 1} readOnly />
      <input aria-label="Name" name="name" defaultValue="Asha" />
      <button
        type="button"
        onClick={() => ((document.getElementsByName("zone")[0] as HTMLInputElement).value = "Asia/Kathmandu")}
      >
        Choose a zone
      </button>
      <input type="hidden" name="zone" />
    </form>
  );
}

it("guards the page while the fields differ from what was saved, and releases it when they are reverted", async () => {
  const onChange = vi.fn();
  render(<Form onChange={onChange} />);
  const name = screen.getByRole("textbox", { name: "Name" });
  expect(leave.isHeld).toBe(false);
  await userEvent.type(name, "!");
  await waitFor(() => expect(leave.isHeld).toBe(true));
  expect(onChange).toHaveBeenLastCalledWith(true);
  await userEvent.type(name, "{Backspace}");
  await waitFor(() => expect(leave.isHeld).toBe(false));
});

it("notices a choice that changes without an event", async () => {
  render(<Form />);
  await userEvent.click(screen.getByRole("button", { name: "Choose a zone" }));
  await waitFor(() => expect(leave.isHeld).toBe(true));
});

it("releases the page once saved, although the version differs", async () => {
  const { rerender } = render(<Form />);
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "!");
  await waitFor(() => expect(leave.isHeld).toBe(true));
  rerender(<Form saved={2} />);
  expect(leave.isHeld).toBe(false);
});

it("releases the page on unmount", async () => {
  const { unmount } = render(<Form />);
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "!");
  await waitFor(() => expect(leave.isHeld).toBe(true));
  unmount();
  expect(leave.isHeld).toBe(false);
});
