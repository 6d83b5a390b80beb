import { bearerOf, ORIGIN, type Answer, type Handler } from "./appointments-harness";

/** Calls routes that take a form or answer with a file. */
export type User = { id: string };
type Sent = { method?: string; body?: BodyInit; headers?: Record<string, string> };

export async function askFor(handler: unknown, user: User, id: string, sent: Sent = {}): Promise<Response> {
  const { method = "GET", body, headers } = sent;
  const init = { method, headers: { ...(await bearerOf(user)), ...headers }, ...(body === undefined ? {} : { body }) };
  return (handler as Handler)(new Request(`${ORIGIN}/api/test`, init), { params: Promise.resolve({ id }) });
}

/** The same, with the answer read as text or JSON. */
export async function send(handler: unknown, user: User, id: string, sent: Sent = {}): Promise<Answer> {
  const response = await askFor(handler, user, id, sent);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : {} };
}

export function form(fields: Record<string, File | string>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return body;
}
