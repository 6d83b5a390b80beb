"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { refusedFile } from "@/components/files/refused-file";
import { sendMessageAction } from "@/lib/domain/conversations/actions";
import type { MessageOutput } from "@/lib/domain/conversations/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import { uploadForm } from "@/lib/platform/http/browser/upload-file";

type Message = { appointmentId: string; text: string; requestKey: string };
/** `isFinal`: the same request would be answered the same. */
type Refusal = { message: string; isFinal: boolean } | null;

async function sendFile(
  { appointmentId, text, requestKey }: Message,
  file: File,
  onProgress: (share: number) => void,
): Promise<Refusal> {
  const form = new FormData();
  form.append("file", file);
  if (text.trim() !== "") form.append("text", text);
  const url = `/api/appointments/${appointmentId}/messages/files`;
  const answer = await uploadForm<MessageOutput>(url, form, requestKey, onProgress).sent;
  return answer.ok ? null : { message: answer.message, isFinal: answer.wasRefused };
}

async function sendText(message: Message): Promise<Refusal> {
  const result = await tryAction(() => sendMessageAction(message));
  return result.ok ? null : { message: result.error.fields?.[0]?.message ?? result.error.message, isFinal: false };
}

/**
 * A message being written, perhaps with a file. What was typed stays until it has arrived; another attempt has the same key, so
 * that nothing is sent twice.
 */
export function useComposer(appointmentId: string) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const key = useRef<string>(undefined);

  const change = (apply: () => void) => {
    // Another message now.
    key.current = undefined;
    setFailure(null);
    apply();
  };
  const send = async () => {
    const requestKey = (key.current ??= crypto.randomUUID());
    setSending(true);
    setFailure(null);
    const message = { appointmentId, text, requestKey };
    setShare(0);
    const refusal = file ? await sendFile(message, file, setShare) : await sendText(message);
    setSending(false);
    if (refusal?.isFinal) key.current = undefined;
    if (refusal) return setFailure(refusal.message);
    key.current = undefined;
    setText("");
    setFile(null);
    router.refresh();
  };
  return {
    text,
    file,
    share,
    isSending,
    failure,
    isEmpty: text.trim() === "" && file === null,
    write: (next: string) => change(() => setText(next)),
    attach: (next: File) =>
      change(() => {
        const refusal = refusedFile(next);
        if (refusal === null) setFile(next);
        else setFailure(refusal);
      }),
    detach: () => change(() => setFile(null)),
    send,
  };
}
