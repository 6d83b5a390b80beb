import { readSent, type Sent } from "./send-file";

export type Uploading<T> = { sent: Promise<Sent<T>>; abort: () => void };

/**
 * Uploads a form with a file to our own API and tells how much has arrived, which `fetch` can't. `key` keeps a retry from
 * uploading it twice. Never throws: a refusal is answered in words for the screen.
 */
export function uploadForm<T>(
  url: string,
  form: FormData,
  key: string,
  onProgress: (share: number) => void,
): Uploading<T> {
  const request = new XMLHttpRequest();
  const answered = new Promise<Response | null>((resolve) => {
    request.onload = () =>
      resolve(new Response(request.status === 204 ? null : request.responseText, { status: request.status }));
    request.onerror = request.onabort = request.ontimeout = () => resolve(null);
  });
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.open("POST", url);
  request.setRequestHeader("Idempotency-Key", key);
  request.send(form);
  return { sent: answered.then((answer) => readSent<T>(answer)), abort: () => request.abort() };
}
