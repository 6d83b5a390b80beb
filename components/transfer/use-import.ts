"use client";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { MAX_BYTES, type ImportPreview } from "@/lib/domain/transfer/schema";
import { IMPORT_KINDS, type ImportKind } from "@/lib/domain/transfer/status";
import { base64Of, isWorkbook } from "./read-file";
import type { Sent } from "@/lib/platform/http/browser/send-file";
import { previewFile, uploadFile, type Chosen } from "./upload-file";

type Taken = { name: string; file: string; preview: ImportPreview; chosen: Chosen };

/** The steps of an import: its kind, the file, how it is read, and sending it to be checked. */
export function useImport(hospitalId: string) {
  const router = useRouter();
  const [kind, setKind] = useState<ImportKind>("DEPARTMENTS");
  const [taken, setTaken] = useState<Taken | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isSending, startSending] = useTransition();
  const asked = useRef(0);
  const settle = (sent: Sent<unknown>, then: () => void) => {
    setFault(sent.ok ? null : sent.message);
    if (sent.ok) then();
  };
  const look = (of: Omit<Taken, "preview">, as: ImportKind = kind) => {
    const turn = ++asked.current;
    // The choice shows at once: the next one may come before this answer.
    setTaken((before) => (before?.file === of.file ? { ...before, chosen: of.chosen } : before));
    startSending(async () => {
      const sent = await previewFile(hospitalId, { kind: as, file: of.file, ...of.chosen });
      if (turn === asked.current) settle(sent, () => sent.ok && setTaken({ ...of, preview: sent.data }));
    });
  };
  const take = (file: File) =>
    startSending(async () => {
      const wrong = await refusal(file);
      if (wrong) return setFault(wrong);
      look({ name: file.name, file: await base64Of(file), chosen: {} });
    });
  const check = ({ file, chosen }: Taken) =>
    startSending(async () => {
      settle(await uploadFile(hospitalId, { kind, file, ...chosen }, crypto.randomUUID()), () => {
        setTaken(null);
        router.refresh();
      });
    });
  const choose = (next: string) => {
    const chosen = IMPORT_KINDS.find((one) => one === next) ?? kind;
    setKind(chosen);
    // Another kind has other columns; the file's format stays.
    if (taken) look({ ...taken, chosen: { ...taken.chosen, columns: undefined } }, chosen);
  };
  const cancel = () => {
    asked.current++;
    setTaken(null);
  };
  return { kind, choose, taken, look, take, check, cancel, fault, isSending };
}

async function refusal(file: File): Promise<string | null> {
  if (file.size > MAX_BYTES) return "It has more than 4 MB. Split it into several files.";
  if (file.size === 0) return "It is empty.";
  if (await isWorkbook(file)) return "It is a workbook. In your spreadsheet choose “Save as” or “Export”, then CSV.";
  return null;
}
