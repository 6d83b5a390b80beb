import { ERROR_CATALOGUE, type ErrorCode } from "@/lib/platform/errors/app-error";
import type { AnyRoute } from "./route-definition";
import type { Json, SchemaCollector } from "./openapi-schema";

const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

/** Lists every error a route may return: its own, and those of the wrapper. */
function refusalsOf(route: AnyRoute): ErrorCode[] {
  const codes = new Set<ErrorCode>(route.errors ?? []);
  codes.add("invalid");
  if (route.auth === "required") codes.add("unauthenticated");
  if (route.auth !== "none") codes.add("invalid-token");
  if (route.params !== undefined) codes.add("not-found");
  if (route.method !== "GET") codes.add("origin-refused");
  if (route.body !== undefined) {
    const unreadable = route.bodyType === undefined ? "malformed-json" : "bad-request";
    for (const code of [unreadable, "payload-too-large", "unsupported-media-type"] as const) codes.add(code);
  }
  if (route.ifMatch === true) codes.add("precondition-failed").add("version-mismatch");
  if (route.idempotent === true) codes.add("idempotency-key-reused").add("request-in-progress");
  codes.add("rate-limited").add("internal").add("unavailable");
  return [...codes];
}

function problems(route: AnyRoute): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of refusalsOf(route)) {
    const { status } = ERROR_CATALOGUE[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const entries = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, codes]) => {
      const description = codes.map((code) => `\`${code}\`: ${ERROR_CATALOGUE[code].title}`).join("; ");
      const headers: Json = { "X-Request-Id": header("X-Request-Id") };
      if (status === 401) headers["WWW-Authenticate"] = header("WWW-Authenticate");
      if (status === 429 || status === 503) headers["Retry-After"] = header("Retry-After");
      if (status === 429)
        Object.assign(headers, { RateLimit: header("RateLimit"), "RateLimit-Policy": header("RateLimit-Policy") });
      const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
      return [String(status), { description, headers, content }];
    });
  return Object.fromEntries(entries) as Json;
}

function success(route: AnyRoute, collector: SchemaCollector): Json {
  const { status, schema, contentType, description } = route.response;
  const headers: Json = { "X-Request-Id": header("X-Request-Id") };
  if (route.location !== undefined) headers.Location = header("Location");
  if (route.etag !== undefined) headers.ETag = header("ETag");
  if (route.idempotent === true) headers["Idempotent-Replayed"] = header("Idempotent-Replayed");
  headers.RateLimit = header("RateLimit");
  headers["RateLimit-Policy"] = header("RateLimit-Policy");
  const answer: Json = { description: description ?? "Done.", headers };
  if (schema !== undefined)
    answer.content = { [contentType ?? "application/json"]: { schema: collector.convert(schema, "output") } };
  else if (contentType !== undefined) answer.content = { [contentType]: {} };
  const responses: Json = { [status]: answer };
  if (route.method === "GET" && route.etag !== undefined)
    responses["304"] = { description: "Unchanged since `If-None-Match`." };
  return responses;
}

function parameters(route: AnyRoute, collector: SchemaCollector): unknown[] {
  const list: unknown[] = [{ $ref: "#/components/parameters/X-Request-Id" }];
  for (const [place, schema] of [
    ["path", route.params],
    ["query", route.query],
  ] as const) {
    if (schema === undefined) continue;
    const json = collector.convert(schema, "input");
    const required = new Set((json.required ?? []) as string[]);
    for (const [name, field] of Object.entries((json.properties ?? {}) as Record<string, Json>)) {
      const { description, ...rest } = field;
      const told = description === undefined ? {} : { description };
      list.push({ name, in: place, required: place === "path" || required.has(name), ...told, schema: rest });
    }
  }
  if (route.idempotent === true) list.push({ $ref: "#/components/parameters/Idempotency-Key" });
  if (route.ifMatch === true) list.push({ $ref: "#/components/parameters/If-Match" });
  if (route.method === "GET" && route.etag !== undefined) list.push({ $ref: "#/components/parameters/If-None-Match" });
  return list;
}

/** Describes one route as an OpenAPI operation. */
export function operationOf(route: AnyRoute, collector: SchemaCollector): Json {
  const { operationId, summary, description, tags, auth, body } = route;
  const credentials = [{ bearer: [] }, { session: [] }];
  const operation: Json = {
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    tags,
    security: auth === "required" ? credentials : auth === "optional" ? [{}, ...credentials] : [],
    parameters: parameters(route, collector),
    responses: { ...success(route, collector), ...problems(route) },
  };
  if (body !== undefined) {
    const required = !body.safeParse(undefined).success;
    operation.requestBody = {
      required,
      content: { [route.bodyType ?? "application/json"]: { schema: collector.convert(body, "input") } },
    };
  }
  return operation;
}
