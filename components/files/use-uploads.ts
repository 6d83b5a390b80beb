"use client";
import { useRef, useState } from "react";
import { uploadForm } from "@/lib/platform/http/browser/upload-file";
import { refusedFile } from "./refused-file";

/** A file on its way, or one that didn't arrive. */
export type Upload = {
  key: string;
  file: File;
  /** How much has arrived, from 0 to 1. */
  share: number;
  failure: string | null;
  /** The Idempotency-Key of its attempts: another one once it was refused, because a refusal would be repeated too. */
  requestKey: string;
};

function formOf(file: File, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ file, ...fields })) form.append(name, value);
  return form;
}

/**
 * Files on their way to `url`, one after the other, so that they are listed in the order they were chosen in. What failed
 * stays until it is tried again or removed, and holds up no other. `fields`: what else each form says.
 */
export function useUploads<T>(
  url: string,
  onDone: (answer: T, file: File) => void,
  fields: Readonly<Record<string, string>> = {},
) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  /** How each is stopped that waits or is on its way. */
  const aborts = useRef(new Map<string, () => void>());
  const queue = useRef(Promise.resolve());
  const change = (key: string, over: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...over } : one)));
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));

  const send = async ({ key, file, requestKey }: Upload) => {
    if (!aborts.current.has(key)) return; // removed while it waited
    const { sent, abort } = uploadForm<T>(url, formOf(file, fields), requestKey, (share) => change(key, { share }));
    aborts.current.set(key, abort);
    const answer = await sent;
    if (!aborts.current.delete(key)) return;
    if (!answer.ok) {
      const next = answer.wasRefused ? { requestKey: crypto.randomUUID() } : {};
      return change(key, { failure: answer.message, ...next });
    }
    drop(key);
    onDone(answer.data, file);
  };

  const start = (upload: Upload) => {
    aborts.current.set(upload.key, () => undefined);
    queue.current = queue.current.then(() => send(upload));
  };

  return {
    uploads,
    add(file: File) {
      const key = crypto.randomUUID();
      const upload = { key, file, share: 0, failure: refusedFile(file), requestKey: key };
      setUploads((all) => [...all, upload]);
      if (upload.failure === null) start(upload);
    },
    retry(upload: Upload) {
      const failure = refusedFile(upload.file);
      change(upload.key, { share: 0, failure });
      if (failure === null) start(upload);
    },
    remove({ key }: Upload) {
      const abort = aborts.current.get(key);
      aborts.current.delete(key);
      abort?.();
      drop(key);
    },
  };
}
