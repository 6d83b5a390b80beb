import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { ShownCall } from "@/lib/domain/displays/format";
import { SpokenCalls } from "./spoken-calls";

type Utterance = { text: string; onerror?: (event: { error: string }) => void };
const speak = vi.fn<(said: Utterance) => void>();
const said = () => speak.mock.calls.map(([{ text }]) => text).filter((text) => text.trim() !== "");

beforeEach(() => {
  speak.mockReset();
  vi.stubGlobal(
    "SpeechSynthesisUtterance",
    class {
      constructor(readonly text: string) {}
    },
  );
  vi.stubGlobal("speechSynthesis", { speak });
});

const call = (number: string, minute: string): ShownCall => ({
  number,
  room: "Room 3",
  calledAt: `2027-01-04T09:${minute}:00.000Z`,
});

it("reads new calls aloud, in their order, and none twice", () => {
  const { rerender } = render(<SpokenCalls calls={[call("A1", "00")]} />);
  expect(said()).toEqual([]);
  const calls = [call("A3", "02"), call("A2", "01"), call("A1", "00")];
  rerender(<SpokenCalls calls={calls} />);
  rerender(<SpokenCalls calls={[...calls]} />);
  expect(said()).toEqual(["Number A, 2. Please go to Room 3.", "Number A, 3. Please go to Room 3."]);
  rerender(<SpokenCalls calls={[call("A1", "05"), call("A3", "02")]} />);
  expect(said().at(-1)).toBe("Number A, 1. Please go to Room 3.");
  for (const now of [[call("A3", "02")], [call("A1", "05"), call("A3", "02")]]) rerender(<SpokenCalls calls={now} />);
  expect(said(), "a start that is undone calls no one again").toHaveLength(3);
});

it("asks for a tap where the browser lets no page speak unasked", async () => {
  render(<SpokenCalls calls={[]} />);
  expect(screen.queryByRole("button")).toBeNull();
  act(() => speak.mock.calls[0]?.[0].onerror?.({ error: "not-allowed" }));
  await userEvent.click(screen.getByRole("button", { name: "Turn the sound on" }));
  expect(said()).toEqual(["Numbers are read aloud."]);
  expect(screen.queryByRole("button")).toBeNull();
});
