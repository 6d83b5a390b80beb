import type { ImportPreview } from "@/lib/domain/transfer/schema";
import type { Encoding } from "@/lib/domain/transfer/rules-encodings";
import type { ImportKind, Separator } from "@/lib/domain/transfer/status";

/** The chosen settings for reading a file; the rest is detected. */
export type Chosen = {
  encoding?: Encoding;
  separator?: Separator;
  decimalSign?: "." | ",";
  columns?: Record<string, number> | undefined;
};
export type FileToRead = { kind: ImportKind; file: string } & Chosen;
export type Sent<T> = { ok: true; data: T } | { ok: false; message: string };

type Problem = { detail?: string; errors?: { message: string }[] };

/** Previews how a file would be read; nothing of it is stored. */
export function previewFile(hospitalId: string, file: FileToRead): Promise<Sent<ImportPreview>> {
  return post(`/api/hospitals/${hospitalId}/import-previews`, file);
}

/**
 * Uploads a file for checking by the integrators' route, which allows more than a form. `key` keeps a retry from
 * uploading it twice.
 */
export function uploadFile(hospitalId: string, file: FileToRead, key: string): Promise<Sent<unknown>> {
  return post(`/api/hospitals/${hospitalId}/imports`, file, { "Idempotency-Key": key });
}

async function post<T>(url: string, body: FileToRead, headers: Record<string, string> = {}): Promise<Sent<T>> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer === null) return { ok: false, message: "The file could not be sent. Check the connection and try again." };
  if (answer.ok) return { ok: true, data: (await answer.json()) as T };
  if (answer.status === 401)
    return { ok: false, message: "You have been signed out. Sign in again in another tab, then try once more." };
  const problem = (await answer.json().catch(() => ({}))) as Problem;
  return {
    ok: false,
    message: problem.errors?.[0]?.message ?? problem.detail ?? "The file couldn't be uploaded. Please try again.",
  };
}
