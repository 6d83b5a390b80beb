import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { Button } from "./button";
import { DialogContent } from "./dialog";
import { DialogButton } from "./dialog-button";

it("opens a dialog that is fresh each time, and gives the focus back when it closes", async () => {
  const user = userEvent.setup();
  render(
    <DialogButton icon={null} label="Block time">
      {(close) => (
        <DialogContent title="Which day?">
          <input aria-label="Day" />
          <Button onClick={close}>Done</Button>
        </DialogContent>
      )}
    </DialogButton>,
  );
  const opener = screen.getByRole("button", { name: "Block time" });
  await user.click(opener);
  await user.type(screen.getByRole("textbox", { name: "Day" }), "Monday");
  await user.click(screen.getByRole("button", { name: "Done" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(opener).toHaveFocus();
  await user.click(opener);
  expect(screen.getByRole("textbox", { name: "Day" })).toHaveValue("");
});
