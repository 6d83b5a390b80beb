import { AppError } from "@/lib/platform/errors/app-error";
import { decodeFile } from "./decode-file";
import type { Encoding } from "../rules-encodings";
import type { StartImportInput } from "../schema";
import { COLUMN_NAMES, type ImportKind } from "../status";

/** Returns the uploaded text and its encoding. Throws `invalid` on `file` for anything but text, and on `columns`. */
export function takeFile(input: Omit<StartImportInput, "hospitalId">): { text: string; encoding: Encoding | null } {
  requireKnown(input.kind, input.columns ?? {});
  const { content, file, encoding: said } = input;
  if (file === undefined) return { text: content ?? "", encoding: null };
  const { text, encoding } = decodeFile(Buffer.from(file, "base64"), said);
  if (text.includes("\u0000")) throw invalid("file", "The file isn't a text file, or is in another encoding");
  return { text, encoding };
}

function requireKnown(kind: ImportKind, columns: Record<string, number>): void {
  const known = COLUMN_NAMES[kind];
  const unknown = Object.keys(columns).find((name) => !known.some((one) => one === name));
  if (unknown !== undefined) throw invalid("columns", `Is for ${known.join(", ")}`);
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid", undefined, { fields: [{ path, message }] });
}
