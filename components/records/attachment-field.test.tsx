import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AttachmentOutput } from "@/lib/domain/records/schema";
import type { Sent } from "@/lib/platform/http/browser/send-file";
import { AttachmentField } from "./attachment-field";
import { useAttachments } from "./use-attachments";

const { uploadForm, removeAttachmentAction } = vi.hoisted(() => ({
  uploadForm: vi.fn(),
  removeAttachmentAction: vi.fn(),
}));
vi.mock("@/lib/platform/http/browser/upload-file", () => ({ uploadForm }));
vi.mock("@/lib/domain/records/actions", () => ({ removeAttachmentAction }));
vi.mock("next/navigation", () => ({ unstable_rethrow: () => undefined }));

const LETTER = { id: "a1", name: "Letter.pdf", type: "application/pdf", size: 12_000, addedAt: "2026-11-29T09:00:00Z" };
type Call = { key: string; progress: (share: number) => void; answer: (sent: Sent<AttachmentOutput>) => void };
let calls: Call[] = [];
const abort = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  calls = [];
  uploadForm.mockImplementation((_url: string, _form: FormData, key: string, progress: Call["progress"]) => {
    const sent = new Promise<Sent<AttachmentOutput>>((answer) => calls.push({ key, progress, answer }));
    return { sent, abort };
  });
});

function Field({ stored = [] }: { stored?: AttachmentOutput[] }) {
  const files = useAttachments("visit", stored);
  return (
    <>
      <AttachmentField files={files} />
      <p>{files.isPending ? "pending" : "settled"}</p>
    </>
  );
}

const choose = (...files: File[]) =>
  act(async () => fireEvent.change(screen.getByLabelText("The files"), { target: { files } }));
const file = (name: string, size = 10) => new File([new Uint8Array(size)], name, { type: "application/pdf" });
const answer = (index: number, sent: Sent<AttachmentOutput>) => act(async () => calls[index]?.answer(sent));

describe("the files of a note", () => {
  it("show how far each has arrived, and are listed once it has", async () => {
    render(<Field />);
    await choose(file("Letter.pdf"));
    act(() => calls[0]?.progress(0.4));
    expect(screen.getByRole("progressbar", { name: "Uploading Letter.pdf" })).toHaveAttribute("aria-valuenow", "40");
    expect(screen.getByText("pending")).toBeInTheDocument();
    await answer(0, { ok: true, data: LETTER });
    expect(screen.getByRole("link", { name: /Letter.pdf/ })).toHaveAttribute("href", "/api/attachments/a1");
    expect(screen.getByText("PDF · 12 kB")).toBeInTheDocument();
    expect(screen.getByText("settled")).toBeInTheDocument();
  });

  it("are listed once when the page reads them too, or the same file is chosen again", async () => {
    const { rerender } = render(<Field />);
    await choose(file("Letter.pdf"), file("Copy.pdf"));
    await answer(0, { ok: true, data: LETTER });
    await answer(1, { ok: true, data: LETTER });
    rerender(<Field stored={[LETTER]} />);
    expect(screen.getAllByRole("link")).toHaveLength(1);
  });

  it("are sent one after the other, as they were chosen; one that was removed meanwhile isn't sent", async () => {
    render(<Field />);
    await choose(file("First.pdf"), file("Second.pdf"), file("Third.pdf"));
    expect(calls).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "Stop uploading Second.pdf" }));
    await answer(0, { ok: false, message: "Check the connection.", wasRefused: false });
    await answer(1, { ok: true, data: { ...LETTER, id: "a3", name: "Third.pdf" } });
    expect(screen.getByRole("link", { name: /Third.pdf/ })).toBeInTheDocument();
    expect([calls.length, screen.queryByText("Second.pdf")]).toEqual([2, null]);
    expect(screen.getByRole("button", { name: "Try First.pdf again" })).toBeInTheDocument();
  });

  it("that didn't arrive are tried again under the same key, those that were refused under another", async () => {
    render(<Field />);
    await choose(file("Letter.pdf"));
    await answer(0, { ok: false, message: "Check the connection.", wasRefused: false });
    expect(screen.getByRole("alert")).toHaveTextContent("Check the connection.");
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "Try Letter.pdf again" })));
    await answer(1, { ok: false, message: "A note has at most 20 files.", wasRefused: true });
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "Try Letter.pdf again" })));
    expect(calls[1]?.key).toBe(calls[0]?.key);
    expect(calls[2]?.key).not.toBe(calls[0]?.key);
    fireEvent.click(screen.getByRole("button", { name: "Stop uploading Letter.pdf" }));
    expect(abort).toHaveBeenCalledOnce();
    expect(screen.getByText("settled")).toBeInTheDocument();
  });

  it("that are empty or too large aren't even sent", async () => {
    render(<Field />);
    await choose(file("Nothing.pdf", 0), file("Film.pdf", 10 * 1024 * 1024 + 1));
    expect(screen.getAllByRole("alert").map(({ textContent }) => textContent)).toEqual([
      "This file is empty.",
      "This file is larger than 10 MB.",
    ]);
    expect(uploadForm).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "Remove Film.pdf" }));
    expect(screen.getAllByRole("alert")).toHaveLength(1);
  });

  it("are removed after a question; a refusal is shown, and the file stays", async () => {
    removeAttachmentAction.mockResolvedValueOnce({
      ok: false,
      error: { code: "invalid-transition", message: "A signed note can't be changed.", requestId: "r" },
    });
    render(<Field stored={[LETTER]} />);
    const remove = async () => {
      fireEvent.click(screen.getByRole("button", { name: "Remove Letter.pdf" }));
      const dialog = screen.getByRole("alertdialog", { name: "Remove this file?" });
      await act(async () => fireEvent.click(within(dialog).getByRole("button", { name: "Remove file" })));
    };
    await remove();
    expect(screen.getByText("A signed note can't be changed.")).toBeInTheDocument();
    removeAttachmentAction.mockResolvedValueOnce({ ok: true, data: undefined });
    await remove();
    expect(removeAttachmentAction).toHaveBeenLastCalledWith({ id: "a1" });
    expect(screen.queryByRole("link")).not.toBeInTheDocument();
    expect(screen.getByText("Letter.pdf removed")).toBeInTheDocument();
  });

  it("are twenty at most", () => {
    const stored = Array.from({ length: 20 }, (_, one) => ({ ...LETTER, id: `a${one}` }));
    render(<Field stored={stored} />);
    expect(screen.getByRole("button", { name: "Add files" })).toBeDisabled();
    expect(screen.getByText("A note has at most 20 files.")).toBeInTheDocument();
  });
});
