import { ERROR_CATALOGUE } from "@/lib/platform/errors/app-error";
import { GENERAL_LIMITS } from "./general-limits";
import { operationOf } from "./openapi-operation";
import { SchemaCollector, type Json } from "./openapi-schema";
import { registeredRoutes } from "./route-definition";

const text = (description: string) => ({ description, schema: { type: "string" } });
const parameter = (name: string, description: string, schema: Json) => ({
  name,
  in: "header",
  required: false,
  description,
  schema,
});

const PROBLEM: Json = {
  type: "object",
  description: "RFC 9457. Some problems have extra members, such as `alternatives` (nearest available times).",
  required: ["type", "title", "status", "code", "detail", "instance", "requestId"],
  properties: {
    type: { type: "string", description: "Where the problem is documented." },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: Object.keys(ERROR_CATALOGUE) },
    detail: { type: "string", description: "A sentence for people." },
    instance: { type: "string", description: "The requested path." },
    requestId: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "message"],
        properties: { path: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

const COMPONENTS = {
  securitySchemes: {
    bearer: { type: "http", scheme: "bearer", description: "An access token from `POST /api/auth/token`." },
    session: { type: "apiKey", in: "cookie", name: "session", description: "The web session; same origin only." },
  },
  headers: {
    "X-Request-Id": text("The request ID; the caller's own if it sent one."),
    "WWW-Authenticate": text("How to authenticate."),
    "Retry-After": { description: "Seconds to wait before trying again.", schema: { type: "integer" } },
    Location: text("Where the new object is."),
    ETag: text("The object's version, for `If-Match`."),
    "Idempotent-Replayed": text("`true` if this repeats the first answer to the same key."),
    RateLimit: text('What is left of each limit, and for how many seconds, e.g. `"account";r=599;t=42`.'),
    "RateLimit-Policy": text('The limits and their windows in seconds, e.g. `"account";q=600;w=60`.'),
  },
  parameters: {
    "X-Request-Id": parameter("X-Request-Id", "An id for the log, 1–64 plain characters.", {
      type: "string",
      maxLength: 64,
    }),
    "Idempotency-Key": parameter(
      "Idempotency-Key",
      "Makes repeating a request safe: the first answer is repeated for 24 hours.",
      {
        type: "string",
        minLength: 1,
        maxLength: 255,
      },
    ),
    "If-Match": parameter("If-Match", "The version the change applies to, from its `ETag`.", { type: "string" }),
    "If-None-Match": parameter("If-None-Match", "The version you already have.", { type: "string" }),
  },
};

/**
 * Builds the OpenAPI 3.1 document of all loaded routes (app/api/registry.ts loads them all) from the same zod schemas
 * that parse requests and shape answers.
 */
export function openApiDocument(serverUrl: string): Json {
  const collector = new SchemaCollector();
  const paths: Record<string, Json> = {};
  const tags = new Set<string>();
  const routes = registeredRoutes();
  // Outputs name a schema first; inputs use the name only where they are the same.
  for (const { response } of routes) if (response.schema !== undefined) collector.convert(response.schema, "output");
  for (const route of routes) {
    const item = (paths[route.path] ??= {});
    item[route.method.toLowerCase()] = operationOf(route, collector);
    for (const tag of route.tags) tags.add(tag);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "CareSync",
      version: "1",
      description:
        "Instants are UTC ISO 8601 with `Z`, local dates `YYYY-MM-DD`, ids UUIDs. Unknown fields are refused. " +
        "An object you can't access and one that doesn't exist both answer `404`. " +
        `Limits per minute: ${GENERAL_LIMITS.actor.limit} requests for an account, ${GENERAL_LIMITS.address.limit} for an address, ` +
        `${GENERAL_LIMITS.anonymous.limit} without signing in; some routes allow fewer. Each answer says in ` +
        "`RateLimit` what is left; over the limit, the answer is `429` with `Retry-After`.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: serverUrl }],
    tags: [...tags].sort().map((name) => ({ name })),
    paths,
    components: { ...COMPONENTS, schemas: { Problem: PROBLEM, ...collector.schemas } },
  };
}
