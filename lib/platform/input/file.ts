import { z } from "zod";

/** What is kept in files, by media type, with the ending of its name. */
const FILE_TYPES = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
} as const;
export type FileType = keyof typeof FILE_TYPES;

/** What a file input offers to choose. What a file really is, its content says. */
export const ACCEPTED_FILES = Object.keys(FILE_TYPES).join(",");

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** A form's other fields, and what is around them. */
const FORM_BYTES = 16 * 1024;
export const MAX_FORM_BYTES = MAX_FILE_BYTES + FORM_BYTES;

/** A file that is sent in a form, whatever it is called and says it is. */
export const uploadedFile = z
  .file("Choose a file")
  .min(1, "This file is empty. Choose another.")
  .max(MAX_FILE_BYTES, "This file is larger than 10 MB. Make it smaller and try again.")
  .meta({ description: "PDF, JPEG, PNG or WebP, at most 10 MB. The content counts, not the name." });

/** What a name may not contain: paths, controls, what turns the direction of text, and what systems refuse in names. */
const UNFIT = /[\p{C}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069<>:"|?*]/gu;
const MAX_NAME = 120;

/** Returns a name that is safe to show and to save under, and ends as its type does. */
export function cleanFileName(name: string, type: FileType): string {
  const base = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const [stem = ""] = /^.*?(?=\.[a-z0-9]{1,5}$|$)/is.exec(base.replace(UNFIT, "").replace(/\s+/g, " ").trim()) ?? [];
  const short = Array.from(stem.replace(/^[.\s]+|[.\s]+$/g, ""))
    .slice(0, MAX_NAME)
    .join("");
  return `${short || "File"}.${FILE_TYPES[type]}`;
}
