import { base64Of } from "@/components/transfer/read-file";
import { MAX_FILE_BYTES, PART_BYTES, type EditionOutput, type StartEditionInput } from "@/lib/domain/codes/schema";
import type { FileFormat } from "@/lib/domain/codes/status";
import { sendFile, type Sent } from "@/lib/platform/http/browser/send-file";

const EDITIONS = "/api/admin/diagnosis-editions";
const ATTEMPTS = 3;

/** Tells why a file can't be one of the official ones, or which it is. */
export async function formatOf(file: Blob): Promise<{ format: FileFormat } | { refusal: string }> {
  if (file.size === 0) return { refusal: "The file is empty." };
  if (file.size > MAX_FILE_BYTES) return { refusal: "The file has more than 64 MB." };
  const start = (await file.slice(0, 400).text()).trimStart().replace(/^\ufeff/, "");
  if (start.startsWith("PK")) return { refusal: "This is a ZIP. Unpack it and choose the file inside." };
  if (start.startsWith("<")) return { format: "CLAML" };
  if (/^\d{5} [A-Z]\d/.test(start)) return { format: "ORDER_FILE" };
  return { refusal: "This is neither an ICD-10-CM order file (…_order_….txt) nor a ClaML file of the WHO (.xml)." };
}

/** Uploads a file in parts, each tried again when the connection fails, and has it loaded. */
export async function uploadEdition(
  file: Blob,
  input: Omit<StartEditionInput, "fileBytes">,
  onProgress: (share: number) => void,
): Promise<Sent<null>> {
  const started = await send<EditionOutput>("POST", EDITIONS, { ...input, fileBytes: file.size });
  if (!started.ok) return started;
  const { id } = started.data;
  const parts = Math.ceil(file.size / PART_BYTES);
  for (let number = 1; number <= parts; number++) {
    const part = file.slice((number - 1) * PART_BYTES, number * PART_BYTES);
    const sent = await send("PUT", `${EDITIONS}/${id}/parts/${number}`, { content: await base64Of(part) });
    if (!sent.ok) return giveUp(id, sent);
    onProgress(number / parts);
  }
  const loading = await send("POST", `${EDITIONS}/${id}/load`, null);
  return loading.ok ? { ok: true, data: null } : giveUp(id, loading);
}

/** What has been uploaded goes, so that the release can be uploaded again. */
async function giveUp(id: string, failure: Sent<never>): Promise<Sent<never>> {
  await send("DELETE", `${EDITIONS}/${id}`, null);
  return failure;
}

const send = <T>(method: "POST" | "PUT" | "DELETE", url: string, body: unknown) =>
  sendFile<T>(method, url, body, { attempts: ATTEMPTS });
