import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ConfirmDialog } from "./alert-dialog";
import { Button } from "./button";
import { Dialog, DialogClose, DialogContent } from "./dialog";
import { leave } from "./leave";
import { NavigationGuard } from "./navigation-guard";
import { UnsavedGuard } from "./unsaved-guard";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));

/** A form in a dialog, on a page with or without unsaved changes of its own. */
function Page({ isPageDirty = false, forgetsNothing = false, isSaved = false }) {
  const [isOpen, setOpen] = useState(true);
  const footer = (
    <DialogClose asChild>
      <Button>Back</Button>
    </DialogClose>
  );
  return (
    <>
      <NavigationGuard />
      <UnsavedGuard isDirty={isPageDirty} />
      {isOpen && !isSaved ? (
        <Dialog open onOpenChange={setOpen}>
          <DialogContent title="Add a ward" footer={footer} forgetsNothing={forgetsNothing}>
            <input aria-label="Name" defaultValue="Ward 7" />
            <input aria-label="Search" type="search" />
          </DialogContent>
        </Dialog>
      ) : null}
    </>
  );
}

const dialog = () => screen.queryByRole("dialog", { name: "Add a ward", hidden: true });
const question = () => screen.queryByRole("alertdialog", { name: "Close without saving?" });
const ways: [string, () => Promise<unknown>][] = [
  ["Escape", () => userEvent.keyboard("{Escape}")],
  ["its own cross", () => userEvent.click(screen.getByRole("button", { name: "Close" }))],
  ["its button back", () => userEvent.click(screen.getByRole("button", { name: "Back" }))],
  ["a click beside it", () => userEvent.click(document.querySelector(".bg-veil")!, { pointerEventsCheck: 0 })],
];

beforeEach(() => {
  expect(leave.isHeld).toBe(false);
});

describe.each(ways)("a dialog closed by %s", (_name, close) => {
  it("asks when something was typed: it stays as typed, or closes", async () => {
    render(<Page />);
    await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "a");
    await close();
    expect(question()).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Stay" }));
    expect(question()).toBeNull();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Ward 7a");
    await close();
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(dialog()).toBeNull());
    expect(leave.isHeld).toBe(false);
  });

  it("does not ask when nothing was typed, it was reverted, or it was only a search", async () => {
    render(<Page />);
    await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "a{Backspace}");
    await userEvent.type(screen.getByRole("searchbox"), "a");
    await close();
    expect(question()).toBeNull();
    expect(dialog()).toBeNull();
  });
});

it("does not ask about unsaved changes on the page behind, which stay guarded", async () => {
  render(<Page isPageDirty />);
  await userEvent.keyboard("{Escape}");
  expect(dialog()).toBeNull();
  expect(leave.isHeld).toBe(true);
});

it("does not ask where what is typed is kept", async () => {
  render(<Page forgetsNothing />);
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "a");
  await userEvent.keyboard("{Escape}");
  expect(dialog()).toBeNull();
});

it("does not ask once it is saved, and closes a question that was open", async () => {
  const { rerender } = render(<Page />);
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "a");
  await userEvent.keyboard("{Escape}");
  expect(question()).toBeVisible();
  rerender(<Page isSaved />);
  await waitFor(() => expect(question()).toBeNull());
  expect(leave.isHeld).toBe(false);
});

it("also asks when a reason was typed into a question", async () => {
  render(
    <>
      <NavigationGuard />
      <ConfirmDialog
        trigger={<Button>Decline</Button>}
        title="Decline?"
        text="The patient is notified."
        confirmLabel="Decline it"
        onConfirm={() => undefined}
      >
        <textarea aria-label="Reason" />
      </ConfirmDialog>
    </>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Decline" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "No room");
  await userEvent.keyboard("{Escape}");
  expect(question()).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Stay" }));
  await userEvent.click(screen.getByRole("button", { name: "Decline it" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
});
