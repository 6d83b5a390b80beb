import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { ConfirmDialog } from "./alert-dialog";
import { Button } from "./button";
import { Dialog, DialogContent, DialogTrigger } from "./dialog";

it("moves focus in, and restores it to what opened it", async () => {
  const user = userEvent.setup();
  render(
    <Dialog>
      <DialogTrigger asChild>
        <Button>Reschedule</Button>
      </DialogTrigger>
      <DialogContent title="Choose another time">
        <input aria-label="Day" />
      </DialogContent>
    </Dialog>,
  );
  await user.tab();
  await user.keyboard("{Enter}");
  const dialog = screen.getByRole("dialog", { name: "Choose another time" });
  expect(dialog).toContainElement(document.activeElement as HTMLElement);
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Reschedule" })).toHaveFocus();
});

it("focuses the safe answer, and stays open while the action runs", async () => {
  const user = userEvent.setup();
  let finish: (done: boolean) => void = () => undefined;
  const onConfirm = vi.fn(() => new Promise<boolean>((resolve) => (finish = resolve)));
  render(
    <ConfirmDialog
      trigger={<Button>Cancel appointment</Button>}
      title="Cancel this appointment?"
      text="It becomes free."
      cancelLabel="Keep it"
      confirmLabel="Cancel it"
      onConfirm={onConfirm}
    />,
  );
  await user.click(screen.getByRole("button", { name: "Cancel appointment" }));
  expect(screen.getByRole("button", { name: "Keep it" })).toHaveFocus();
  const confirm = screen.getByRole("button", { name: "Cancel it" });
  await user.click(confirm);
  expect(confirm).toHaveAttribute("aria-busy", "true");
  await user.click(confirm);
  await user.keyboard("{Escape}");
  expect(onConfirm).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("alertdialog")).toBeVisible();
  finish(true);
  await vi.waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
});
