import type { z } from "zod";
import type { Caller } from "@/lib/platform/auth/caller";
import type { ErrorCode } from "@/lib/platform/errors/app-error";
import type { RateLimit } from "@/lib/platform/rate-limit/rate-limit";

/** `required`: 401 without an actor. `optional`: the actor may be null. `none`: no actor is loaded. */
export type AuthMode = "required" | "optional" | "none";
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What a route reads, by zod schema; a missing one means that nothing of the kind is accepted. */
export type Schemas = { params: z.ZodType; query: z.ZodType; body: z.ZodType; out: z.ZodType };

export type RouteRateLimit<S extends Schemas> = RateLimit & {
  /** Whose attempts are counted: the actor's (else the address's), the address's, or a text derived from the input. */
  by:
    | "actor"
    | "address"
    | ((input: { params: z.output<S["params"]>; query: z.output<S["query"]>; body: z.output<S["body"]> }) => string);
};

/** Everything about one route, as the wrapper, the OpenAPI document and the tests read it. */
export type RouteDefinition<A extends AuthMode, S extends Schemas> = {
  method: Method;
  /** As the document spells it: `/api/things/{id}`. */
  path: `/api/${string}`;
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  auth: A;
  params?: S["params"];
  query?: S["query"];
  body?: S["body"];
  /** What the body is sent as; JSON by default. */
  bodyType?: "multipart/form-data";
  /** Maximum size of the body in bytes; 256 kB by default. */
  maxBodyBytes?: number;
  response: { status: 200 | 201 | 202 | 204; schema?: S["out"]; description?: string; contentType?: string };
  /** Errors of the use case; the wrapper's own are documented automatically. */
  errors?: ErrorCode[];
  /** Accepts `Idempotency-Key`. */
  idempotent?: true;
  rateLimit?: RouteRateLimit<S>[];
  /** The version of the answer: sent as `ETag`, compared with `If-None-Match`. Null: this answer has none. */
  etag?: (out: z.output<S["out"]>) => number | bigint | string | null;
  /** True when the handler honours `ifMatch`. Documentation only: the header is read on every changing route. */
  ifMatch?: true;
  location?: (out: z.output<S["out"]>) => string;
  /** `Cache-Control` of a successful answer; `no-store` by default. */
  cache?: string;
};

export type RouteInput<C extends Caller, A extends AuthMode, S extends Schemas> = {
  actor: A extends "required" ? C : A extends "none" ? null : C | null;
  params: z.output<S["params"]>;
  query: z.output<S["query"]>;
  body: z.output<S["body"]>;
  /** The version the caller requires, null without `If-Match`. `version-mismatch` becomes 412 when there is one. */
  ifMatch: number | null;
  request: Request;
  /** When it came, in milliseconds since 1970: before its actor was looked up, and its body read. */
  receivedAt: number;
};

/** What a handler returns: data for the response schema, or a finished Response (files, feeds). */
export type RouteHandler<C extends Caller, A extends AuthMode, S extends Schemas> = (
  input: RouteInput<C, A, S>,
) => Promise<z.input<S["out"]> | Response>;

/** A definition with its schemas' types erased. */
export type AnyRoute = Omit<RouteDefinition<AuthMode, Schemas>, "etag" | "location" | "rateLimit"> & {
  etag?: unknown;
  location?: unknown;
  rateLimit?: readonly (RateLimit & { by: unknown })[];
};

const KEY = Symbol.for("caresync.routes");
const holder = globalThis as typeof globalThis & { [KEY]?: Map<string, AnyRoute> };
const routes = (holder[KEY] ??= new Map<string, AnyRoute>());

/** Registers a route for the OpenAPI document. A reloaded module replaces its entry. */
export function registerRoute(route: AnyRoute): void {
  routes.set(`${route.method} ${route.path}`, route);
}

/** Returns all loaded routes, by path, then method. */
export function registeredRoutes(): AnyRoute[] {
  return [...routes.entries()].sort(([a], [b]) => order(a).localeCompare(order(b), "en")).map(([, route]) => route);
}

function order(key: string): string {
  const [method = "", path = ""] = key.split(" ");
  return `${path} ${method}`;
}
