"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { refusedFile } from "@/components/files/refused-file";
import type { DocumentOutput } from "@/lib/domain/documents/schema";
import type { DocumentKind } from "@/lib/domain/documents/status";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { uploadForm } from "@/lib/platform/http/browser/upload-file";

/** Someone whose documents the reader keeps. */
export type Keepable = { id: string; name: string };

export type DocumentDraft = {
  patientId: string;
  file: File | null;
  title: string;
  kind: DocumentKind;
  datedOn: string;
};

/** "Letter of May.pdf" → "Letter of May" */
const titleOf = (file: File) => file.name.replace(/\.[a-z0-9]{1,5}$/i, "").slice(0, 120);

function errorsOf({ file, title, datedOn }: DocumentDraft, today: string): FieldError[] {
  const refusal = file ? refusedFile(file) : "Choose a file first";
  return [
    ...(refusal === null ? [] : [{ path: "file", message: refusal }]),
    ...(title.trim() === "" ? [{ path: "title", message: "Enter a title" }] : []),
    ...(datedOn === "" ? [{ path: "datedOn", message: "Enter the date on the document" }] : []),
    ...(datedOn > today ? [{ path: "datedOn", message: "Can't be in the future" }] : []),
  ];
}

/** The form of a document, and its upload: `share` of it has arrived, null while none is under way. */
export function useDocumentForm(people: readonly Keepable[], today: string, onAdded: () => void) {
  const router = useRouter();
  const [draft, setDraft] = useState<DocumentDraft>({
    patientId: people[0]?.id ?? "",
    file: null,
    title: "",
    kind: "LETTER",
    datedOn: today,
  });
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);
  // The same key while nothing was answered: what arrived although its answer was lost isn't stored twice.
  const key = useRef<string>(undefined);

  const change = (changes: Partial<DocumentDraft>) => {
    key.current = undefined;
    setDraft((before) => ({ ...before, ...changes }));
  };
  const choose = (file: File) => {
    setErrors([]);
    const kind = file.type.startsWith("image/") ? ({ kind: "PHOTO" } as const) : {};
    change({ file, title: draft.title || titleOf(file), ...kind });
  };
  const submit = async () => {
    const wrong = errorsOf(draft, today);
    setErrors(wrong);
    setFailure(null);
    const { patientId, file, ...facts } = draft;
    if (wrong.length > 0 || file === null) return;
    const form = new FormData();
    form.append("file", file);
    for (const [name, value] of Object.entries(facts)) form.append(name, value);
    setShare(0);
    key.current ??= crypto.randomUUID();
    const answer = await uploadForm<DocumentOutput>(`/api/patients/${patientId}/documents`, form, key.current, setShare)
      .sent;
    setShare(null);
    if (!answer.ok) {
      if (answer.wasRefused) key.current = undefined;
      return setFailure(answer.message);
    }
    toast.success("Document added");
    router.refresh();
    onAdded();
  };
  return { draft, change, choose, submit, share, failure, errors };
}
