import type { z } from "zod";
import type { Caller } from "@/lib/platform/auth/caller";
import { AppError } from "@/lib/platform/errors/app-error";
import { toAppError } from "@/lib/platform/errors/driver-errors";
import { log } from "@/lib/platform/log/log";
import { logRequest } from "@/lib/platform/log/log-request";
import { withRequestContext } from "@/lib/platform/log/request-context";
import { clientAddress } from "@/lib/platform/rate-limit/client-address";
import { countAccepted, RateLimitedError, type RateLimitState } from "@/lib/platform/rate-limit/rate-limit";
import { corsHeaders } from "./cors";
import { etagOf, isUnchanged, readIfMatch } from "./etag";
import { countActor, countAddress } from "./general-limits";
import { answerOnce, hashRequest, readIdempotencyKey } from "./idempotency";
import { refuseForeignOrigin } from "./origin";
import { problemAnswer, type Answer } from "./problem";
import { rateLimitHeaders } from "./rate-limit-headers";
import {
  actorKey,
  planRoute,
  readActor,
  readInput,
  takeTokens,
  type Authenticate,
  type Plan,
  type RouteContext,
} from "./read-request";
import { requestIdOf } from "@/lib/platform/log/request-id";
import {
  registerRoute,
  type AnyRoute,
  type AuthMode,
  type RouteDefinition,
  type RouteHandler,
  type RouteInput,
  type Schemas,
} from "./route-definition";
import { transportSecurity } from "./transport-security";

/** A route handler as Next calls it, with its definition for the OpenAPI document and the tests. */
export type DefinedRoute = ((request: Request, context?: RouteContext) => Promise<Response>) & { definition: AnyRoute };

type Exchange = { request: Request; receivedAt: number; requestId: string; limits: RateLimitState[] };
type AnyHandler<C extends Caller> = (input: RouteInput<C, AuthMode, Schemas>) => Promise<unknown>;
/** One route at work: its definition, what it does, and how it knows its callers. */
type Door<C extends Caller> = { plan: Plan<Schemas>; work: AnyHandler<C>; authenticate: Authenticate<C> };

/** Makes routes: of a definition and a handler, a route handler as Next calls it. */
export type DefineRoute<C extends Caller> = <
  A extends AuthMode,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodUndefined,
  O extends z.ZodType = z.ZodVoid,
>(
  definition: RouteDefinition<A, { params: P; query: Q; body: B; out: O }>,
  handler: RouteHandler<C, A, { params: P; query: Q; body: B; out: O }>,
) => DefinedRoute;

/**
 * Makes REST routes of one use case each for the actor `authenticate` finds: who asks, what is sent, how often, what is
 * answered, all as declared. Every refusal is a problem document, every answer has a request id, every request one line
 * in the log.
 */
export function routesFor<C extends Caller>(authenticate: Authenticate<C>): DefineRoute<C> {
  return (definition, handler) => {
    const plan = planRoute(definition as unknown as RouteDefinition<AuthMode, Schemas>);
    const door: Door<C> = { plan, work: handler as unknown as AnyHandler<C>, authenticate };
    const serve = (request: Request, context?: RouteContext) => serveRequest(door, request, context);
    registerRoute(definition as unknown as AnyRoute);
    return Object.assign(serve, { definition: definition as unknown as AnyRoute });
  };
}

function serveRequest<C extends Caller>(door: Door<C>, request: Request, context?: RouteContext) {
  const [startedAt, receivedAt] = [performance.now(), Date.now()];
  const requestId = requestIdOf(request.headers);
  const about = {
    requestId,
    route: door.plan.definition.path,
    actorId: null,
    // Someone known may have changed what they read here; a replica may not have it yet.
    isUpToDate: request.headers.has("authorization") || request.headers.has("cookie"),
  };
  return withRequestContext(about, async () => {
    const exchange: Exchange = { request, receivedAt, requestId, limits: [] };
    const answer = await answerRequest(door, exchange, context).catch((error: unknown) => refuse(error, exchange));
    const response = respond(answer, exchange);
    logRequest(request.method, response.status, performance.now() - startedAt);
    return response;
  });
}

async function answerRequest<C extends Caller>(
  door: Door<C>,
  exchange: Exchange,
  context: RouteContext | undefined,
): Promise<Answer | Response> {
  const { request, receivedAt, limits } = exchange;
  const { plan } = door;
  const { definition } = plan;
  refuseForeignOrigin(request);
  countAddress(request, limits);
  // Before any other work: guessing tokens, or making us read bodies, counts as an attempt too.
  if (plan.limitsByAddress.length > 0) await takeTokens(plan.limitsByAddress, () => clientAddress(request), limits);
  const actor = await readActor(door.authenticate, definition.auth, request);
  countActor(actor, request, limits);
  if (plan.limitsByActor.length > 0) await takeTokens(plan.limitsByActor, () => actorKey(actor, request), limits);
  const { params, query, body, rawBody } = await readInput(plan, request, context);
  for (const limit of plan.limitsByInput) {
    const { by } = limit;
    if (typeof by === "function") await takeTokens([limit], () => by({ params, query, body }), limits);
  }
  const ifMatch = definition.method === "GET" ? null : readIfMatch(request.headers);
  const input: RouteInput<C, AuthMode, Schemas> = { actor, params, query, body, ifMatch, request, receivedAt };
  const key = definition.idempotent === true ? readIdempotencyKey(request.headers) : null;
  if (key === null) return produce(door, input);
  const url = request.url.slice(request.url.indexOf("/api/"));
  const claim = {
    actorKey: actorKey(actor, request),
    key,
    route: `${definition.method} ${definition.path}`,
    requestHash: hashRequest(definition.method, url, rawBody),
  };
  return answerOnce(claim, async () => {
    const answer = await produce(door, input).catch((error: unknown) => refuse(error, exchange));
    if (answer instanceof Response) throw new Error("an idempotent route answers with data, not with a Response");
    return answer;
  });
}

async function produce<C extends Caller>(
  { plan, work }: Door<C>,
  input: RouteInput<C, AuthMode, Schemas>,
): Promise<Answer | Response> {
  const { definition } = plan;
  const { status, schema } = definition.response;
  const { actor, request } = input;
  const out = await work(input).catch((error: unknown) => {
    if (input.ifMatch === null || !(error instanceof AppError) || error.code !== "version-mismatch") throw error;
    throw new AppError("precondition-failed", undefined, error.extra === undefined ? {} : { extra: error.extra });
  });
  await countAccepted(plan.limitsByActor.map((limit) => ({ ...limit, key: actorKey(actor, request) })));
  if (out instanceof Response) return out;
  const headers: Record<string, string> = definition.cache === undefined ? {} : { "Cache-Control": definition.cache };
  if (schema === undefined) return { status, body: null, headers };
  const shaped = schema.parse(out);
  if (definition.location !== undefined) headers.Location = definition.location(shaped);
  const version = definition.etag?.(shaped) ?? null;
  if (version !== null) {
    headers.ETag = etagOf(version);
    if (definition.method === "GET" && isUnchanged(input.request.headers, headers.ETag))
      return { status: 304, body: null, headers };
  }
  headers["Content-Type"] = definition.response.contentType ?? "application/json";
  return { status, body: JSON.stringify(shaped), headers };
}

/**
 * Turns any error into an answer: a refusal into a problem, an internal error into a 500 that reveals nothing and is
 * logged once.
 */
function refuse(error: unknown, { request, requestId, limits }: Exchange): Answer {
  // The client has disconnected: no one reads the answer, and nothing is wrong here.
  if (request.signal.aborted) return { status: 499, body: null, headers: {}, isTransient: true };
  if (error instanceof RateLimitedError) limits.push(error.state);
  const known = toAppError(error);
  if (known === null || known.status >= 500) log.error({ err: error }, "request failed");
  else if (known !== error) log.warn({ err: error, code: known.code }, "the database refused what was sent");
  const path = new URL(request.url).pathname;
  return problemAnswer(
    known ?? new AppError("internal", "Please try again. If it keeps happening, contact us with this request ID."),
    path,
    requestId,
  );
}

function respond(answer: Answer | Response, { request, requestId, limits }: Exchange): Response {
  const common = {
    "X-Request-Id": requestId,
    ...corsHeaders(request),
    ...rateLimitHeaders(limits),
    ...transportSecurity(),
  };
  if (!(answer instanceof Response)) {
    const headers = { "Cache-Control": "no-store", ...answer.headers, ...common };
    return new Response(answer.body, { status: answer.status, headers });
  }
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(common)) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("Cache-Control", "no-store");
  return new Response(answer.body, { status: answer.status, headers });
}
