import { expect } from "vitest";
import { signAccessToken } from "@/lib/platform/auth/access-token";
import { db } from "@/lib/platform/db/db";

/** Calls routes as an integrator would: a Request in, status, headers and JSON out. */
export const ORIGIN = "http://localhost:3000";
export type Handler = (request: Request, context?: { params: Promise<unknown> }) => Promise<Response>;
export type Json = Record<string, unknown>;
export type Answer = { status: number; headers: Headers; body: Json; text: string };
export type Sent = {
  method?: string;
  body?: unknown;
  /** Sent as it is. */
  raw?: string | FormData;
  headers?: Record<string, string>;
  params?: unknown;
  query?: Record<string, string>;
};

export async function call(
  handler: Handler,
  { method = "GET", body, raw, headers = {}, params, query = {} }: Sent = {},
): Promise<Answer> {
  const url = `${ORIGIN}/api/test${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ""}`;
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const type: Record<string, string> = typeof payload !== "string" ? {} : { "Content-Type": "application/json" };
  const request = new Request(url, {
    method,
    headers: { ...type, ...headers },
    ...(payload === undefined ? {} : { body: payload }),
  });
  const response = await handler(request, params === undefined ? undefined : { params: Promise.resolve(params) });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, headers: response.headers, text, body: isJson ? (JSON.parse(text) as Json) : {} };
}

/** The header that authenticates this account's requests. */
export async function bearerOf(user: { id: string }): Promise<{ Authorization: string }> {
  const { sessionEpoch } = await db.user.findUniqueOrThrow({ where: { id: user.id }, select: { sessionEpoch: true } });
  return { Authorization: `Bearer ${await signAccessToken(user.id, sessionEpoch)}` };
}

/** Asserts a problem document (RFC 9457) with this status and code, and nothing internal; returns its body. */
export function expectProblem(answer: Answer, status: number, code: string): Json {
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.body).toMatchObject({
    status,
    type: expect.stringContaining(code),
    title: expect.any(String),
    detail: expect.any(String),
  });
  expect(answer.body).toMatchObject({ instance: "/api/test", requestId: answer.headers.get("x-request-id") });
  expect(answer.text).not.toMatch(/prisma|postgres|select |stack|node_modules|\bat [A-Z]\w+\./i);
  return answer.body;
}

export const pathsOf = (body: Json) => ((body.errors ?? []) as { path: string }[]).map(({ path }) => path);

/** A problem without what differs between requests. */
export const essence = ({ status, body }: Answer) => ({ status, body: { ...body, requestId: "" } });
