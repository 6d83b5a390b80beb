import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Prescription } from "@/lib/domain/records/schema";
import { NO_PARTS } from "@/tests/support/notes";
import { VisitNote } from "./visit-note";

const { writeNoteAction, completeVisitAction } = vi.hoisted(() => ({
  writeNoteAction: vi.fn(),
  completeVisitAction: vi.fn(),
}));
vi.mock("@/lib/domain/records/actions", () => ({ writeNoteAction }));
vi.mock("@/lib/domain/codes/actions", () => ({ rememberDiagnosisAction: vi.fn() }));
vi.mock("@/lib/domain/appointments/actions", () => ({ completeVisitAction }));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined }),
  unstable_rethrow: () => undefined,
}));

const EMPTY = { reason: "", subjective: "", objective: "", assessment: "", plan: "" };
const NO_MEDICINES: { earlier: Prescription[]; usual: Prescription[] } = { earlier: [], usual: [] };
const note = (stored = { note: EMPTY, version: 1 }, medicines = NO_MEDICINES) => (
  <VisitNote
    appointmentId="a"
    stored={{ parts: NO_PARTS, ...stored }}
    attachments={[]}
    patientName="Asha Abelard"
    medicines={{ current: [], ...medicines, allergies: [] }}
  />
);
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
/** The field of diagnoses has a live region of its own, before it. */
const saveState = () => screen.getAllByRole("status").at(-1);
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
      parts: NO_PARTS,
    });
    expect(saveState()).toHaveTextContent(/^Saved \d{1,2}:\d\d [AP]M/);
    type("Plan", "Rest");
    await pass(2_000);
    expect(writeNoteAction).toHaveBeenLastCalledWith({
      appointmentId: "a",
      version: 2,
      note: { ...EMPTY, subjective: "Feels better", plan: "Rest" },
      parts: NO_PARTS,
    });
  });

  it("says that it isn't saved when the server doesn't answer, and retries by itself", async () => {
    writeNoteAction.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    render(note());
    type("Plan", "Rest");
    await pass(1_600);
    expect(saveState()).toHaveTextContent("Not saved yet");
    await pass(3_500);
    expect(writeNoteAction).toHaveBeenCalledTimes(2);
    expect(saveState()).toHaveTextContent("Saved");
    expect(screen.getByLabelText("Plan")).toHaveValue("Rest");
  });

  it("is signed on the version that a save under way has made", async () => {
    let answer: (saved: object) => void = () => undefined;
    writeNoteAction.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    completeVisitAction.mockResolvedValue({ ok: true, data: null });
    render(note());
    type("Plan", "Rest");
    await pass(1_600);
    expect(saveState()).toHaveTextContent("Saving");
    fireEvent.click(screen.getByRole("button", { name: "Sign and complete" }));
    fireEvent.click(screen.getByRole("alertdialog").querySelector("button:last-of-type") ?? document.body);
    await pass(200);
    expect(completeVisitAction).not.toHaveBeenCalled();
    answer({ ok: true, data: { version: 2 } });
    await pass(200);
    expect(completeVisitAction).toHaveBeenCalledWith(expect.objectContaining({ version: 2 }));
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

  it("saves possible measurements; what can't be right stays on the screen and holds up signing", async () => {
    render(note());
    type("Pulse", "72");
    type("Temperature", "82,4");
    await pass(2_000);
    const vitals = [{ kind: "PULSE", value: 72, unit: "per min" }];
    expect(writeNoteAction).toHaveBeenLastCalledWith(expect.objectContaining({ parts: { ...NO_PARTS, vitals } }));
    expect(screen.getByText("Must be between 25 and 45 °C")).toBeInTheDocument();
    expect(screen.getByLabelText("Temperature")).toHaveValue("82,4");
    fireEvent.click(screen.getByRole("button", { name: "Sign and complete" }));
    fireEvent.click(screen.getByRole("alertdialog").querySelector("button:last-of-type") ?? document.body);
    await pass(200);
    expect(completeVisitAction).not.toHaveBeenCalled();
    expect(screen.getByText("Correct the marked measurements and name each medicine, then sign.")).toBeInTheDocument();
    expect(screen.getByLabelText("Unit of temperature").id).not.toBe(screen.getByLabelText("Temperature").id);
    fireEvent.change(screen.getByLabelText("Unit of temperature"), { target: { value: "°F" } });
    expect(screen.queryByText(/Must be between/)).toBeNull();
  });

  it("says at its field what the server refuses", async () => {
    writeNoteAction.mockResolvedValueOnce({
      ok: false,
      error: {
        code: "invalid",
        message: "",
        requestId: "r",
        fields: [{ path: "parts.vitals.0.value", message: "Must be between 20 and 300 per min" }],
      },
    });
    render(note());
    type("Pulse", "72");
    await pass(2_000);
    expect(saveState()).toHaveTextContent("Not saved. Correct what is marked.");
    expect(screen.getByText("Must be between 20 and 300 per min")).toBeInTheDocument();
    expect(screen.getByLabelText("Pulse")).toHaveValue("72");
  });

  it("asks about an unlikely measurement, and refuses a lower blood pressure above the upper one", async () => {
    render(note());
    type("Pulse", "190");
    expect(screen.getByText("Unusual. Is 190 per min right?")).toBeInTheDocument();
    type("Upper blood pressure", "120");
    type("Lower blood pressure", "130");
    expect(screen.getByText("Must be below the upper one")).toBeInTheDocument();
    await pass(2_000);
    expect(writeNoteAction.mock.lastCall?.[0].parts.vitals.map(({ kind }: { kind: string }) => kind)).toEqual([
      "SYSTOLIC",
      "PULSE",
    ]);
  });

  it("repeats an earlier medicine by one tap, and saves a new one once it has a name", async () => {
    const earlier: Prescription = {
      drug: "Amlodipine",
      strength: "5 mg",
      form: "Tablet",
      dose: "1 tablet",
      route: "By mouth",
      frequency: "Every morning",
      days: null,
      instructions: "",
      allergyReason: "",
    };
    render(note(undefined, { earlier: [earlier], usual: [] }));
    fireEvent.click(screen.getByRole("button", { name: "Amlodipine 5 mg, tablet" }));
    fireEvent.click(screen.getByRole("button", { name: "Add a medicine" }));
    await pass(2_000);
    expect(writeNoteAction.mock.lastCall?.[0].parts.prescriptions).toEqual([earlier]);
    const second = screen.getAllByLabelText("Medicine")[1] ?? document.body;
    fireEvent.change(second, { target: { value: "amlodipine" } });
    expect(screen.getAllByText("This medicine is on the list twice.")).toHaveLength(2);
    fireEvent.click(screen.getByRole("button", { name: "Remove amlodipine" }));
    expect(screen.getAllByLabelText("Medicine")).toHaveLength(1);
  });
});
