import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DocumentOutput } from "@/lib/domain/documents/schema";
import type { Sent } from "@/lib/platform/http/browser/send-file";
import { AddDocument } from "./add-document";
import { DocumentList } from "./document-list";

const { uploadForm, removeDocumentAction, refresh } = vi.hoisted(() => ({
  uploadForm: vi.fn(),
  removeDocumentAction: vi.fn(),
  refresh: vi.fn(),
}));
vi.mock("@/lib/platform/http/browser/upload-file", () => ({ uploadForm }));
vi.mock("@/lib/domain/documents/actions", () => ({ removeDocumentAction }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }), unstable_rethrow: () => undefined }));

const PEOPLE = [
  { id: "p1", name: "Asha" },
  { id: "p2", name: "Bela" },
];
const DOCUMENT: DocumentOutput = {
  id: "d1",
  patientId: "p1",
  title: "Letter from the eye clinic",
  kind: "LETTER",
  datedOn: "2026-05-03",
  type: "application/pdf",
  size: 12_000,
  addedAt: "2026-11-29T09:00:00Z",
};
let answers: ((sent: Sent<DocumentOutput>) => void)[] = [];

beforeEach(() => {
  vi.clearAllMocks();
  answers = [];
  uploadForm.mockImplementation(() => ({
    sent: new Promise<Sent<DocumentOutput>>((answer) => answers.push(answer)),
    abort: vi.fn(),
  }));
});

const answer = (index: number, sent: Sent<DocumentOutput>) => act(async () => answers[index]?.(sent));
const letter = new File([new Uint8Array(10)], "Letter of May.pdf", { type: "application/pdf" });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const choose = (file: File) => fireEvent.change(screen.getByLabelText("The file"), { target: { files: [file] } });

describe("adding a document", () => {
  it("takes the title from the file, sends what was entered, and closes once it is stored", async () => {
    render(<AddDocument people={PEOPLE} today="2026-11-29" />);
    press("Add a document");
    choose(letter);
    expect(screen.getByLabelText("Title")).toHaveValue("Letter of May");
    fireEvent.change(screen.getByLabelText("Whose document"), { target: { value: "p2" } });
    fireEvent.change(screen.getByLabelText("Date on the document"), { target: { value: "2026-05-03" } });
    press("Add document");
    const [url, form] = uploadForm.mock.calls[0] as [string, FormData];
    expect(url).toBe("/api/patients/p2/documents");
    expect(Object.fromEntries(form)).toEqual({
      file: letter,
      title: "Letter of May",
      kind: "LETTER",
      datedOn: "2026-05-03",
    });
    expect(screen.getByRole("progressbar")).toBeInTheDocument();
    await answer(0, { ok: true, data: DOCUMENT });
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(refresh).toHaveBeenCalled();
  });

  it("names what is missing, and sends nothing", () => {
    render(<AddDocument people={PEOPLE.slice(0, 1)} today="2026-11-29" />);
    press("Add a document");
    fireEvent.change(screen.getByLabelText("Date on the document"), { target: { value: "2027-01-01" } });
    press("Add document");
    for (const text of ["Choose a file first", "Enter a title", "Can't be in the future"])
      expect(screen.getByText(text)).toBeInTheDocument();
    choose(new File([], "Nothing.pdf"));
    press("Add document");
    expect(screen.getByText("This file is empty.")).toBeInTheDocument();
    expect(uploadForm).not.toHaveBeenCalled();
    expect(screen.queryByLabelText("Whose document")).not.toBeInTheDocument();
  });

  it("keeps everything when it fails, and is tried again under the same key until it is refused", async () => {
    render(<AddDocument people={PEOPLE} today="2026-11-29" />);
    press("Add a document");
    choose(letter);
    press("Add document");
    await answer(0, { ok: false, message: "Check the connection.", wasRefused: false });
    expect(screen.getByRole("alert")).toHaveTextContent("Check the connection.");
    press("Add document");
    await answer(1, { ok: false, message: "This file is among the documents already.", wasRefused: true });
    expect(screen.getByRole("alert")).toHaveTextContent("This file is among the documents already.");
    press("Add document");
    const keys = uploadForm.mock.calls.map((call) => call[2] as string);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});

describe("a list of documents", () => {
  it("opens each, and asks before it deletes one", async () => {
    removeDocumentAction.mockResolvedValueOnce({
      ok: false,
      error: { code: "unavailable", message: "Try again later.", requestId: "r" },
    });
    render(<DocumentList documents={[{ ...DOCUMENT, isKept: true }]} />);
    expect(screen.getByRole("link", { name: /Letter from the eye clinic/ })).toHaveAttribute(
      "href",
      "/api/documents/d1",
    );
    const remove = async () => {
      press("Delete Letter from the eye clinic");
      const dialog = screen.getByRole("alertdialog", { name: "Delete this document?" });
      await act(async () => fireEvent.click(within(dialog).getByRole("button", { name: "Delete document" })));
    };
    await remove();
    expect(screen.getByText("Try again later.")).toBeInTheDocument();
    expect(refresh).not.toHaveBeenCalled();
    removeDocumentAction.mockResolvedValueOnce({ ok: true, data: undefined });
    await remove();
    expect(refresh).toHaveBeenCalledOnce();
  });

  it("has nothing to delete for those who only read it, and says whose each is", () => {
    render(<DocumentList documents={[{ ...DOCUMENT, isKept: false, patientName: "Asha" }]} />);
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
    expect(screen.getByText(/Asha · Letter/)).toBeInTheDocument();
  });
});
