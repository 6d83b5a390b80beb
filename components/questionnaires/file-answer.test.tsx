import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { changeQuestionnaireBody, type AnswerFile, type Sheet } from "@/lib/domain/questionnaires/schema";
import type { Sent } from "@/lib/platform/http/browser/send-file";
import { AnswerForm } from "./answer-form";
import { AnswerList } from "./answer-list";
import { QuestionPreview } from "./question-preview";

const { writeAnswersAction, removeAnswerFileAction, uploadForm } = vi.hoisted(() => ({
  writeAnswersAction: vi.fn(async () => ({ ok: true, data: { version: 1 } })),
  removeAnswerFileAction: vi.fn(async () => ({ ok: true, data: undefined })),
  uploadForm: vi.fn(),
}));
vi.mock("@/lib/domain/questionnaires/actions", () => ({
  writeAnswersAction,
  removeAnswerFileAction,
  submitAnswersAction: vi.fn(),
}));
vi.mock("@/lib/platform/http/browser/upload-file", () => ({ uploadForm }));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined }),
  unstable_rethrow: () => undefined,
}));

const { questions } = changeQuestionnaireBody.parse({
  questions: [{ key: "letter", text: "Do you have a letter?", kind: "FILE", required: true }],
});
const FILE: AnswerFile = { id: "f1", question: "letter", name: "Letter.pdf", type: "application/pdf", size: 2048 };
const SHEET: Sheet = {
  appointmentId: "a",
  questionnaireId: "q",
  number: 1,
  questions,
  status: "IN_PROGRESS",
  submittedAt: null,
  version: 0,
  mayAnswer: true,
  draft: null,
  submitted: null,
  files: [],
};
const show = (over: Partial<Sheet> = {}) =>
  render(<AnswerForm sheet={{ ...SHEET, ...over }} doctorName="Dr. Sonnwald" />);
const choose = (name: string) =>
  act(async () => {
    fireEvent.change(screen.getByLabelText("The files"), { target: { files: [new File(["%PDF"], name)] } });
  });
const answer = (sent: Sent<AnswerFile>) =>
  uploadForm.mockImplementation(() => ({ sent: Promise.resolve(sent), abort: () => undefined }));

beforeEach(() => vi.clearAllMocks());

it("a file that has arrived answers the question, and is removed by its button", async () => {
  answer({ ok: true, data: FILE });
  show();
  await choose("Letter.pdf");
  const [url, form] = uploadForm.mock.calls[0] as [string, FormData];
  expect([url, form.get("question")]).toEqual(["/api/appointments/a/answers/files", "letter"]);
  expect(screen.getByRole("link", { name: /Letter\.pdf/ })).toHaveAttribute("href", "/api/answer-files/f1");
  expect(screen.getByText("1 of 1 answered")).toBeVisible();
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Remove Letter.pdf" })));
  expect(screen.queryByRole("link", { name: /Letter\.pdf/ })).toBeNull();
  expect(screen.getByText("0 of 1 answered")).toBeVisible();
  expect(removeAnswerFileAction).toHaveBeenCalledWith({ id: "f1" });
});

it("a file that was refused says why, and can be tried again", async () => {
  answer({ ok: false, message: "This isn't a PDF or an image we can keep.", wasRefused: true } as Sent<AnswerFile>);
  show();
  await choose("Program.exe");
  expect(screen.getByRole("alert")).toHaveTextContent("This isn't a PDF or an image we can keep.");
  expect(screen.getByText("0 of 1 answered")).toBeVisible();
  answer({ ok: true, data: FILE });
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Try Program.exe again" })));
  expect(screen.getByText("1 of 1 answered")).toBeVisible();
});

it("no more than five are added to one question", () => {
  const files = [1, 2, 3, 4, 5].map((one) => ({ ...FILE, id: `f${one}`, name: `Page ${one}.pdf` }));
  show({ files, draft: { letter: files.map(({ id }) => id) } });
  expect(screen.getByRole("button", { name: "Add files" })).toBeDisabled();
  expect(screen.getByText("At most 5 files.")).toBeVisible();
});

it("the doctor opens the files, and none can be added in a preview", () => {
  const { unmount } = render(<AnswerList questions={questions} answers={{ letter: ["f1"] }} files={[FILE]} />);
  expect(screen.getByRole("link", { name: /Letter\.pdf/ })).toHaveAttribute("href", "/api/answer-files/f1");
  unmount();
  render(<QuestionPreview questions={questions} />);
  expect(screen.getByRole("button", { name: "Add files" })).toBeDisabled();
});
