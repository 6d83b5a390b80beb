import { createHash, createHmac } from "node:crypto";
import { request } from "node:http";
import { APP } from "./channels-harness";

type Answer = { status: number; body: Record<string, unknown> };
type Signed = { method?: string; path: string; body?: string; query?: Record<string, string>; secret?: string };

export function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

/** The signed address of a request, made by hand so that any part of it can be wrong. */
export function signed({ method = "POST", path, body = "", query = {}, secret = APP.secret }: Signed): string {
  const parameters: Record<string, string> = {
    auth_key: APP.key,
    auth_timestamp: String(Math.floor(Date.now() / 1000)),
    auth_version: "1.0",
    ...(body ? { body_md5: md5(body) } : {}),
    ...query,
  };
  const text = Object.keys(parameters)
    .sort()
    .map((name) => `${name}=${parameters[name]}`)
    .join("&");
  const signature = createHmac("sha256", secret).update([method, path, text].join("\n")).digest("hex");
  return `${path}?${text}&auth_signature=${signature}`;
}

export function call(port: number, method: string, target: string, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: "127.0.0.1", port, method, path: target }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Record<string, unknown> });
      });
    });
    sending.on("error", reject);
    sending.end(body);
  });
}

export const EVENTS = `/apps/${APP.id}/events`;
export const event = (more: object = {}) => JSON.stringify({ name: "x", channels: ["doctor-1"], data: "{}", ...more });

/** Sends a body, properly signed. */
export async function post(port: number, path: string, body: string): Promise<Answer> {
  return call(port, "POST", signed({ path, body }), body);
}
