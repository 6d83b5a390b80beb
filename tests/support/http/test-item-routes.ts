import { expect } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/platform/errors/app-error";
import { routesFor } from "@/lib/platform/http/define-route";
import { limit, queryFlag } from "@/lib/platform/input/query";
import { instant, shortText, uuid } from "@/lib/platform/input/text";

const defineRoute = routesFor(async () => null);

export const ID = "0197a3c0-0000-7000-8000-00000000000a";
const item = z.object({ id: uuid, name: shortText(20), version: z.number() });

export const create = defineRoute(
  {
    method: "POST",
    path: "/api/test-items",
    operationId: "createTestItem",
    summary: "Create",
    tags: ["Test"],
    auth: "none",
    body: z.strictObject({
      name: shortText(20),
      at: instant.optional(),
      tags: z.array(shortText(5)).max(2).optional(),
    }),
    maxBodyBytes: 2000,
    response: { status: 201, schema: item },
    etag: (out) => out.version,
    location: (out) => `/api/test-items/${out.id}`,
  },
  async ({ body }) => ({ id: ID, name: body.name, version: 1, secret: "stays inside" }),
);

const failures: Record<string, () => unknown> = {
  taken: () => new AppError("slot-taken", "Taken.", { extra: { alternatives: ["2030-01-01T10:00:00Z"], status: 1 } }),
  version: () => new AppError("version-mismatch"),
  limited: () => new AppError("rate-limited", undefined, { retryAfterSeconds: 2.2 }),
  token: () => new AppError("invalid-token"),
  deadlock: () => Object.assign(new Error("deadlock detected"), { severity: "ERROR", code: "40P01" }),
  uuid: () => Object.assign(new Error('invalid input syntax for type uuid: "x"'), { severity: "ERROR", code: "22P02" }),
  down: () => Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
  bug: () => new TypeError("Cannot read properties of undefined (reading 'secret')"),
  text: () => "thrown text",
};

export const change = defineRoute(
  {
    method: "PUT",
    path: "/api/test-items/{id}",
    operationId: "changeTestItem",
    summary: "Change",
    tags: ["Test"],
    auth: "none",
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({
      limit,
      dryRun: queryFlag.optional(),
      tag: z.array(z.string()).optional(),
      fail: z.string().optional(),
    }),
    response: { status: 200, schema: z.object({ seen: z.unknown() }) },
  },
  async ({ params, query, ifMatch }) => {
    if (query.fail !== undefined) throw failures[query.fail]?.();
    return { seen: { ...params, ...query, ifMatch } };
  },
);

export const url = "http://localhost:3000/api/test-items";
export function post(body: BodyInit | null, headers: Record<string, string> = {}): Promise<Response> {
  return create(
    new Request(url, { method: "POST", body, headers: { "Content-Type": "application/json", ...headers } }),
  );
}
export function put(query = "", headers: Record<string, string> = {}, id = ID): Promise<Response> {
  return change(new Request(`${url}/${id}${query}`, { method: "PUT", headers }), { params: Promise.resolve({ id }) });
}
export async function problem(answer: Response | Promise<Response>): Promise<Record<string, unknown>> {
  const response = await answer;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ status: response.status, requestId: response.headers.get("x-request-id") });
  for (const member of ["type", "title", "code", "detail", "instance"]) expect(body).toHaveProperty(member);
  return body;
}
