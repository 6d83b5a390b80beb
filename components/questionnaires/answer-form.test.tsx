import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changeQuestionnaireBody, type Sheet } from "@/lib/domain/questionnaires/schema";
import { AnswerForm } from "./answer-form";

const { writeAnswersAction, submitAnswersAction } = vi.hoisted(() => ({
  writeAnswersAction: vi.fn(),
  submitAnswersAction: vi.fn(),
}));
vi.mock("@/lib/domain/questionnaires/actions", () => ({ writeAnswersAction, submitAnswersAction }));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined }),
  unstable_rethrow: () => undefined,
}));

const { questions } = changeQuestionnaireBody.parse({
  questions: [
    { key: "smokes", text: "Do you smoke?", kind: "CHOICE", options: ["Yes", "No"], required: true },
    {
      key: "amount",
      text: "How many a day?",
      kind: "NUMBER",
      max: 200,
      required: true,
      condition: { question: "smokes", operator: "IS", value: "Yes" },
    },
    { key: "else", text: "Anything else?", kind: "TEXT" },
  ],
});
const SHEET: Sheet = {
  appointmentId: "a",
  questionnaireId: "q",
  number: 1,
  questions,
  status: "NOT_STARTED",
  submittedAt: null,
  version: 0,
  mayAnswer: true,
  draft: null,
  submitted: null,
  files: [],
};
const form = (over: Partial<Sheet> = {}) => <AnswerForm sheet={{ ...SHEET, ...over }} doctorName="Dr. Sonnwald" />;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const choose = (name: string) => fireEvent.click(screen.getByRole("radio", { name }));
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  let version = 0;
  writeAnswersAction.mockImplementation(async () => ({ ok: true, data: { version: ++version } }));
  submitAnswersAction.mockImplementation(async () => ({ ok: true, data: { version: ++version } }));
});
afterEach(() => vi.useRealTimers());

describe("the questions before a visit", () => {
  it("follow the answers, which are saved shortly after each pause", async () => {
    render(form());
    expect(screen.queryByLabelText(/How many a day/)).toBeNull();
    expect(screen.getByText("0 of 2 answered")).toBeVisible();
    choose("Yes");
    type(/How many a day/, "1");
    await pass(500);
    type(/How many a day/, "12");
    await pass(1_600);
    expect(writeAnswersAction.mock.calls).toEqual([
      [{ appointmentId: "a", answers: { smokes: "Yes", amount: 12 }, version: 0 }],
    ]);
    expect(screen.getByText("2 of 3 answered")).toBeVisible();
    expect(screen.getByText(/^Saved/)).toBeVisible();
    type(/Anything else/, "No");
    await pass(1_600);
    expect(writeAnswersAction).toHaveBeenLastCalledWith(expect.objectContaining({ version: 1 }));
  });

  it("keep what can't be stored on the screen, say so when it is left, and store the rest", async () => {
    render(form());
    choose("Yes");
    type(/How many a day/, "201");
    fireEvent.blur(screen.getByLabelText(/How many a day/));
    await pass(1_600);
    expect(writeAnswersAction).toHaveBeenCalledWith({ appointmentId: "a", answers: { smokes: "Yes" }, version: 0 });
    expect(screen.getByText("Must be at most 200")).toBeVisible();
    expect(screen.getByLabelText(/How many a day/)).toHaveValue("201");
  });

  it("are sent once the required ones are answered; before that they are marked and the first gets the focus", async () => {
    render(form({ draft: { smokes: "Yes" }, version: 3, status: "IN_PROGRESS" }));
    press("Send answers");
    await pass(100);
    expect(submitAnswersAction).not.toHaveBeenCalled();
    expect(screen.getByText("Answer this question")).toBeVisible();
    expect(screen.getByLabelText(/How many a day/)).toHaveFocus();
    type(/How many a day/, "5");
    press("Send answers");
    await pass(100);
    expect(submitAnswersAction).toHaveBeenCalledWith({
      appointmentId: "a",
      answers: { smokes: "Yes", amount: 5 },
      version: 3,
    });
  });

  it("are corrected after they were sent, and say which answers the doctor reads meanwhile", async () => {
    const sent = { status: "SUBMITTED", submittedAt: "2026-11-27T10:00:00Z", version: 4 } as const;
    render(form({ ...sent, draft: { smokes: "No" }, submitted: { smokes: "No" } }));
    expect(screen.getByRole("button", { name: "Sent" })).toBeDisabled();
    type(/Anything else/, "A cough");
    expect(screen.getByText(/reads your earlier answers/)).toBeVisible();
    press("Send corrections");
    await pass(100);
    expect(submitAnswersAction).toHaveBeenCalledWith(expect.objectContaining({ version: 4 }));
  });

  it("are put together with what was answered on another device; where both answered, the person chooses", async () => {
    const { rerender } = render(form({ draft: {}, version: 1 }));
    choose("Yes");
    rerender(form({ draft: { else: "From the phone" }, version: 2 }));
    expect(screen.getByLabelText(/Anything else/)).toHaveValue("From the phone");
    expect(screen.getByRole("radio", { name: "Yes" })).toBeChecked();
    rerender(form({ draft: { smokes: "No", else: "From the phone" }, version: 3 }));
    const both = screen.getByRole("region", { name: "Do you smoke?, both answers" });
    expect(within(both).getByText("No")).toBeVisible();
    press("Take the other answers");
    expect(screen.getByRole("radio", { name: "No" })).toBeChecked();
  });
});
