import { createHash } from "node:crypto";
import { AppError } from "@/lib/platform/errors/app-error";
import { DEFAULT_BODY_BYTES, readBytes } from "./body-bytes";

export type FormBody = {
  /** Its fields: texts and files. */
  fields: Record<string, FormDataEntryValue>;
  /** The same with each file's digest in its place, for comparing repeated requests. */
  comparable: Record<string, string>;
};

const FORM_TYPE = /^multipart\/form-data\s*;/i;

/**
 * Reads a form with files, each field once. Throws `unsupported-media-type`, `payload-too-large`, or `bad-request` for what
 * is no such form.
 */
export async function readFormBody(request: Request, maxBytes = DEFAULT_BODY_BYTES): Promise<FormBody> {
  const type = request.headers.get("content-type") ?? "";
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (!FORM_TYPE.test(type) || encoding !== "identity")
    throw new AppError("unsupported-media-type", "Send multipart/form-data, uncompressed.");
  const bytes = await readBytes(request, maxBytes);
  const form = await parseForm(bytes, type);
  const entries = [...form.entries()];
  if (new Set(entries.map(([name]) => name)).size < entries.length)
    throw new AppError("bad-request", "The form has a field twice.");
  const comparable = await Promise.all(entries.map(async ([name, value]) => [name, await digestOf(value)] as const));
  // Without a prototype's names: `__proto__` is an ordinary field, refused as unknown.
  return { fields: fromEntries(entries), comparable: fromEntries(comparable) };
}

function fromEntries<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  const fields: Record<string, T> = {};
  for (const [name, value] of entries)
    Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
  return fields;
}

async function parseForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "Content-Type": type } }).formData();
  } catch (cause) {
    throw new AppError("bad-request", "The form can't be read.", { cause });
  }
}

async function digestOf(value: FormDataEntryValue): Promise<string> {
  if (typeof value === "string") return value;
  const digest = createHash("sha256")
    .update(Buffer.from(await value.arrayBuffer()))
    .digest("base64url");
  return `${value.name} ${digest}`;
}
