import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { ExceptionsEditor } from "./exceptions-editor";
import type { DraftException } from "./hours-draft";

function Editor({ seen }: { seen: (exceptions: DraftException[]) => void }) {
  const [exceptions, setExceptions] = useState<DraftException[]>([]);
  const change = (next: DraftException[]) => {
    setExceptions(next);
    seen(next);
  };
  return <ExceptionsEditor exceptions={exceptions} today="2030-01-01" onChange={change} errors={undefined} />;
}

it("toggles a day off: pressed again, it is a working day", async () => {
  const states: number[] = [];
  render(<Editor seen={(exceptions) => states.push(exceptions.length)} />);
  const dayOff = screen.getByRole("button", { name: "Day off" });
  await userEvent.click(dayOff);
  expect(dayOff).toHaveAttribute("aria-pressed", "true");
  await userEvent.click(dayOff);
  expect(dayOff).toHaveAttribute("aria-pressed", "false");
  expect(states).toEqual([1, 0]);
});
