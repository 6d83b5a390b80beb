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

/**
 * Files on their way to `url`, each by itself; what failed stays until it is tried again or removed. `fieldsOf` adds what
 * is sent with a file.
 */
export function useUploads<T>(url: string, onDone: (answer: T, file: File) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const aborts = useRef(new Map<string, () => void>());
  const change = (key: string, over: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...over } : one)));
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));

  const start = async ({ key, file, requestKey }: Upload) => {
    const form = new FormData();
    form.append("file", file);
    const { sent, abort } = uploadForm<T>(url, form, requestKey, (share) => change(key, { share }));
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

  return {
    uploads,
    add(file: File) {
      const key = crypto.randomUUID();
      const upload = { key, file, share: 0, failure: refusedFile(file), requestKey: key };
      setUploads((all) => [...all, upload]);
      if (upload.failure === null) void start(upload);
    },
    retry(upload: Upload) {
      const failure = refusedFile(upload.file);
      change(upload.key, { share: 0, failure });
      if (failure === null) void start(upload);
    },
    remove({ key }: Upload) {
      const abort = aborts.current.get(key);
      aborts.current.delete(key);
      abort?.();
      drop(key);
    },
  };
}
