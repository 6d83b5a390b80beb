import { act, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NO_PARTS } from "@/tests/support/notes";
import { useNote, type StoredNote } from "./use-note";
import { VisitNote } from "./visit-note";

const { writeNoteAction } = vi.hoisted(() => ({ writeNoteAction: vi.fn() }));
vi.mock("@/lib/domain/records/actions", () => ({ writeNoteAction }));
vi.mock("@/lib/domain/codes/actions", () => ({ rememberDiagnosisAction: vi.fn() }));
vi.mock("@/lib/domain/appointments/actions", () => ({ completeVisitAction: vi.fn() }));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined }),
  unstable_rethrow: () => undefined,
}));

const EMPTY = { reason: "", subjective: "", objective: "", assessment: "", plan: "" };
const MISMATCH = { ok: false, error: { code: "version-mismatch", message: "", requestId: "r" } };
const TITLE = "This was also written in another window";
const note = (stored = { note: EMPTY, version: 1 }) => (
  <VisitNote
    attachments={[]}
    appointmentId="a"
    stored={{ parts: NO_PARTS, ...stored }}
    patientName="Asha Abelard"
    medicines={{ earlier: [], current: [], usual: [], allergies: [] }}
  />
);
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const valueOf = (field: HTMLElement) => (field as HTMLTextAreaElement).value;
const saveState = () => screen.getAllByRole("status").at(-1);
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  writeNoteAction.mockImplementation(async ({ version }) => ({ ok: true, data: { version: version + 1 } }));
});
afterEach(() => vi.useRealTimers());

describe("a note written in two windows", () => {
  it("never replaces what is typed without asking, and shows the difference", async () => {
    writeNoteAction.mockResolvedValueOnce(MISMATCH);
    const { rerender } = render(note());
    type("Plan", "Mine");
    await pass(2_000);
    rerender(note({ note: { ...EMPTY, plan: "Other" }, version: 7 }));
    expect(screen.getByText(TITLE)).toBeInTheDocument();
    await act(() => vi.dynamicImportSettled());
    const clash = screen.getByRole("region", { name: "Plan, both versions" });
    expect([...clash.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual(["Mine", "Other"]);
    expect(screen.getByLabelText("Plan")).toHaveValue("Mine");
    await pass(10_000);
    expect(writeNoteAction).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByRole("button", { name: "Keep mine" }));
    await pass(2_000);
    expect(writeNoteAction).toHaveBeenLastCalledWith({
      appointmentId: "a",
      version: 7,
      note: { ...EMPTY, plan: "Mine" },
      parts: NO_PARTS,
    });
  });

  it("shows the other window's text when told so", async () => {
    const { rerender } = render(note());
    type("Plan", "Mine");
    rerender(note({ note: { ...EMPTY, plan: "Other" }, version: 7 }));
    await pass(10_000);
    expect(writeNoteAction).not.toHaveBeenCalled();
    expect(screen.getByRole("button", { name: "Sign and complete" })).toBeDisabled();
    fireEvent.click(screen.getByRole("button", { name: "Take the other version" }));
    expect(screen.getByLabelText("Plan")).toHaveValue("Other");
    await pass(10_000);
    expect(writeNoteAction).not.toHaveBeenCalled();
  });

  it("has both when they wrote in different parts", async () => {
    const { rerender } = render(note());
    type("Plan", "Mine");
    rerender(note({ note: { ...EMPTY, subjective: "Other" }, version: 7 }));
    expect(screen.queryByText(TITLE)).toBeNull();
    expect([screen.getByLabelText("Plan"), screen.getByLabelText("Subjective")].map(valueOf)).toEqual([
      "Mine",
      "Other",
    ]);
    await pass(2_000);
    expect(writeNoteAction).toHaveBeenLastCalledWith({
      appointmentId: "a",
      version: 7,
      note: { ...EMPTY, subjective: "Other", plan: "Mine" },
      parts: NO_PARTS,
    });
  });

  it("isn't a clash with itself when a save arrived whose answer was lost", async () => {
    writeNoteAction.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    writeNoteAction.mockResolvedValueOnce(MISMATCH);
    const { rerender } = render(note());
    type("Plan", "Rest");
    await pass(1_600);
    type("Plan", "Rest and walk");
    await pass(5_000);
    expect(writeNoteAction).toHaveBeenCalledTimes(2);
    rerender(note({ note: { ...EMPTY, plan: "Rest" }, version: 2 }));
    expect(screen.queryByText(TITLE)).toBeNull();
    await pass(4_000);
    expect(writeNoteAction).toHaveBeenLastCalledWith(
      expect.objectContaining({ version: 2, note: { ...EMPTY, plan: "Rest and walk" } }),
    );
    expect(saveState()).toHaveTextContent("Saved");
  });

  it("never drops what can't be stored yet, such as a medicine without its name", async () => {
    const named = { drug: "Salbutamol", strength: "", form: "", dose: "1", route: "", frequency: "", days: 5 };
    const other = { ...named, instructions: "", allergyReason: "" };
    const unnamed = { ...other, drug: "" };
    const stored = { note: EMPTY, parts: NO_PARTS, version: 1 };
    const { result, rerender } = renderHook((now: StoredNote) => useNote("a", now), { initialProps: stored });
    act(() => result.current.change({ prescriptions: [unnamed] }));
    await pass(2_000);
    expect(writeNoteAction).toHaveBeenCalledTimes(1);
    rerender({ ...stored, note: { ...EMPTY, plan: "Other" }, version: 3 });
    expect(result.current).toMatchObject({ clashes: [], note: { plan: "Other" }, parts: { prescriptions: [unnamed] } });
    rerender({ ...stored, parts: { ...NO_PARTS, prescriptions: [other] }, version: 4 });
    expect(result.current).toMatchObject({ clashes: ["prescriptions"], parts: { prescriptions: [unnamed] } });
  });
});
