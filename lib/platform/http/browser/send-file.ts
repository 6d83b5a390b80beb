/** `wasRefused`: the server has answered, so that the same request would be answered the same. */
export type Sent<T> = { ok: true; data: T } | { ok: false; message: string; wasRefused: boolean };
type Problem = { detail?: string; errors?: { message: string }[] };
type SendOptions = {
  headers?: Record<string, string>;
  /** How often it is sent while the network fails; more than once only for what may arrive twice. */
  attempts?: number;
};

/** Sends a file, or a part of it, to our own API. Never throws: a refusal is answered in words for the screen. */
export async function sendFile<T>(
  method: "POST" | "PUT" | "DELETE",
  url: string,
  body: unknown,
  { headers = {}, attempts = 1 }: SendOptions = {},
): Promise<Sent<T>> {
  const content =
    body === null
      ? { headers }
      : { headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) };
  let answer: Response | null = null;
  for (let attempt = 1; attempt <= attempts && answer === null; attempt++)
    answer = await fetch(url, { method, ...content }).catch(() => null);
  return readSent<T>(answer);
}

/** Reads our API's answer, null where none came, for the screen. */
export async function readSent<T>(answer: Response | null): Promise<Sent<T>> {
  if (answer === null)
    return {
      ok: false,
      message: "The file couldn't be sent. Check the connection and try again.",
      wasRefused: false,
    };
  if (answer.ok) return { ok: true, data: (answer.status === 204 ? null : await answer.json()) as T };
  if (answer.status === 401)
    return {
      ok: false,
      message: "You have been signed out. Sign in again in another tab, then try once more.",
      wasRefused: true,
    };
  const problem = (await answer.json().catch(() => ({}))) as Problem;
  return {
    ok: false,
    message: problem.errors?.[0]?.message ?? problem.detail ?? "The file couldn't be uploaded. Please try again.",
    wasRefused: true,
  };
}
