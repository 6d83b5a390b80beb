import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { VisitNote } from "./visit-note";

const { writeNoteAction, completeVisitAction } = vi.hoisted(() => ({
  writeNoteAction: vi.fn(),
  completeVisitAction: vi.fn(),
}));
vi.mock("@/lib/domain/records/actions", () => ({ writeNoteAction }));
vi.mock("@/lib/domain/appointments/actions", () => ({ completeVisitAction }));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined }),
  unstable_rethrow: () => undefined,
}));

const EMPTY = { reason: "", subjective: "", objective: "", assessment: "", plan: "" };
const note = (stored = { note: EMPTY, version: 1 }) => (
  <VisitNote appointmentId="a" stored={stored} patientName="Asha Abelard" />
);
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  let version = 1;
  writeNoteAction.mockImplementation(async () => ({ ok: true, data: { version: ++version } }));
});
afterEach(() => vi.useRealTimers());

describe("a visit note", () => {
  it("is saved shortly after typing stops, each time on the previous version", async () => {
    render(note());
    type("Subjective", "Feels");
    await pass(1_000);
    type("Subjective", "Feels better");
    await pass(1_000);
    expect(writeNoteAction).not.toHaveBeenCalled();
    await pass(1_000);
    expect(writeNoteAction).toHaveBeenCalledWith({
      appointmentId: "a",
      version: 1,
      note: { ...EMPTY, subjective: "Feels better" },
    });
    expect(screen.getByRole("status")).toHaveTextContent(/^Saved \d{1,2}:\d\d [AP]M/);
    type("Plan", "Rest");
    await pass(2_000);
    expect(writeNoteAction).toHaveBeenLastCalledWith({
      appointmentId: "a",
      version: 2,
      note: { ...EMPTY, subjective: "Feels better", plan: "Rest" },
    });
  });

  it("says that it isn't saved when the server doesn't answer, and retries by itself", async () => {
    writeNoteAction.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    render(note());
    type("Plan", "Rest");
    await pass(1_600);
    expect(screen.getByRole("status")).toHaveTextContent("Not saved yet");
    await pass(3_500);
    expect(writeNoteAction).toHaveBeenCalledTimes(2);
    expect(screen.getByRole("status")).toHaveTextContent("Saved");
    expect(screen.getByLabelText("Plan")).toHaveValue("Rest");
  });

  it("never replaces what is typed with another window's text without asking", async () => {
    writeNoteAction.mockResolvedValueOnce({
      ok: false,
      error: { code: "version-mismatch", message: "", requestId: "r" },
    });
    const { rerender } = render(note());
    type("Plan", "Mine");
    await pass(2_000);
    rerender(note({ note: { ...EMPTY, plan: "Other" }, version: 7 }));
    expect(screen.getByText("This note was written in another window")).toBeInTheDocument();
    expect(screen.getByLabelText("Plan")).toHaveValue("Mine");
    await pass(10_000);
    expect(writeNoteAction).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByRole("button", { name: "Keep mine" }));
    await pass(2_000);
    expect(writeNoteAction).toHaveBeenLastCalledWith({
      appointmentId: "a",
      version: 7,
      note: { ...EMPTY, plan: "Mine" },
    });
  });

  it("is signed only after a confirmation, and asks for a missing part at its field", async () => {
    completeVisitAction.mockResolvedValue({
      ok: false,
      error: {
        code: "invalid",
        message: "",
        requestId: "r",
        fields: [{ path: "note.assessment", message: "Write an assessment or a plan" }],
      },
    });
    render(note());
    fireEvent.click(screen.getByRole("button", { name: "Sign and complete" }));
    expect(completeVisitAction).not.toHaveBeenCalled();
    const confirm = screen.getByRole("alertdialog").querySelector<HTMLElement>("button:last-of-type");
    fireEvent.click(confirm ?? document.body);
    await pass(200);
    expect(completeVisitAction).toHaveBeenCalledTimes(1);
    expect(screen.getByText("Write an assessment or a plan")).toBeInTheDocument();
    expect(screen.getByLabelText("Assessment")).toHaveAttribute("aria-invalid", "true");
  });
});
