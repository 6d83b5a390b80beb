import type { ImportPreview } from "@/lib/domain/transfer/schema";
import type { Encoding } from "@/lib/domain/transfer/rules-encodings";
import type { ImportKind, Separator } from "@/lib/domain/transfer/status";
import { sendFile, type Sent } from "@/lib/platform/http/browser/send-file";

/** The chosen settings for reading a file; the rest is detected. */
export type Chosen = {
  encoding?: Encoding;
  separator?: Separator;
  decimalSign?: "." | ",";
  columns?: Record<string, number> | undefined;
};
export type FileToRead = { kind: ImportKind; file: string } & Chosen;

/** Previews how a file would be read; nothing of it is stored. */
export function previewFile(hospitalId: string, file: FileToRead): Promise<Sent<ImportPreview>> {
  return sendFile("POST", `/api/hospitals/${hospitalId}/import-previews`, file);
}

/**
 * Uploads a file for checking by the integrators' route, which allows more than a form. `key` keeps a retry from
 * uploading it twice.
 */
export function uploadFile(hospitalId: string, file: FileToRead, key: string): Promise<Sent<unknown>> {
  return sendFile("POST", `/api/hospitals/${hospitalId}/imports`, file, { headers: { "Idempotency-Key": key } });
}
