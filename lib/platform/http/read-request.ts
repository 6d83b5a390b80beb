import { z } from "zod";
import type { Caller } from "@/lib/platform/auth/caller";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { currentRequest } from "@/lib/platform/log/request-context";
import { clientAddress } from "@/lib/platform/rate-limit/client-address";
import { admitAttempt, type RateLimitState } from "@/lib/platform/rate-limit/rate-limit";
import { parseInput } from "@/lib/platform/input/field-errors";
import { readFormBody } from "./form-body";
import { readJsonBody } from "./json-body";
import { listKeys, readQuery } from "./query-string";
import type { AuthMode, RouteDefinition, RouteRateLimit, Schemas } from "./route-definition";

export type RouteContext = { params: Promise<unknown> };

const NOTHING = z.strictObject({});

/** A definition with everything precomputed that doesn't depend on the request. */
export type Plan<S extends Schemas> = {
  definition: RouteDefinition<AuthMode, S>;
  query: z.ZodType;
  queryLists: Set<string>;
  limitsByAddress: RouteRateLimit<S>[];
  limitsByActor: RouteRateLimit<S>[];
  limitsByInput: RouteRateLimit<S>[];
};

export function planRoute<S extends Schemas>(definition: RouteDefinition<AuthMode, S>): Plan<S> {
  const limits = definition.rateLimit ?? [];
  return {
    definition,
    query: definition.query ?? NOTHING,
    queryLists: listKeys(definition.query),
    limitsByAddress: limits.filter(({ by }) => by === "address"),
    limitsByActor: limits.filter(({ by }) => by === "actor"),
    limitsByInput: limits.filter(({ by }) => typeof by === "function"),
  };
}

/** Takes a token of each limit; `states` collects what the answer's headers say. */
export async function takeTokens<S extends Schemas>(
  limits: RouteRateLimit<S>[],
  keyOf: (limit: RouteRateLimit<S>) => string,
  states: RateLimitState[],
): Promise<void> {
  for (const limit of limits) states.push(await admitAttempt({ ...limit, key: keyOf(limit) }));
}

/** Finds who sends a request, null for a visitor. Throws `invalid-token` for a bad token. */
export type Authenticate<C extends Caller> = (request: Request) => Promise<C | null>;

/** Returns the actor the route requires. Throws `unauthenticated` or `invalid-token`. */
export async function readActor<C extends Caller>(
  authenticate: Authenticate<C>,
  mode: AuthMode,
  request: Request,
): Promise<C | null> {
  if (mode === "none") return null;
  const actor = await authenticate(request);
  if (actor === null && mode === "required") throw new AppError("unauthenticated");
  const context = currentRequest();
  if (context !== undefined) context.actorId = actor?.userId ?? null;
  return actor;
}

/** Returns whose requests these are, for limits and idempotency: the user's, else the network's. */
export function actorKey(actor: Caller | null, request: Request): string {
  return actor?.userId == null ? `address:${clientAddress(request)}` : `user:${actor.userId}`;
}

async function readParams(schema: z.ZodType | undefined, context: RouteContext | undefined): Promise<unknown> {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(await context?.params);
  // A path with an impossible ID is answered like one that doesn't exist.
  if (!parsed.success) throw notFound();
  return parsed.data;
}

/** Parses params, query and body. `rawBody` is what was sent, for comparing repeated requests. */
export async function readInput<S extends Schemas>(plan: Plan<S>, request: Request, context: RouteContext | undefined) {
  const { definition } = plan;
  const params = (await readParams(definition.params, context)) as z.output<S["params"]>;
  const query = parseInput(plan.query, readQuery(request.url, plan.queryLists)) as z.output<S["query"]>;
  if (definition.body === undefined)
    return { params, query, body: undefined as z.output<S["body"]>, rawBody: undefined };
  if (definition.bodyType !== undefined) {
    const { fields, comparable } = await readFormBody(request, definition.maxBodyBytes);
    return { params, query, body: parseInput(definition.body, fields) as z.output<S["body"]>, rawBody: comparable };
  }
  const rawBody = await readJsonBody(request, definition.maxBodyBytes);
  return { params, query, body: parseBody(definition.body, rawBody) as z.output<S["body"]>, rawBody };
}

function parseBody(schema: z.ZodType, rawBody: unknown): unknown {
  if (rawBody !== undefined) return parseInput(schema, rawBody);
  const parsed = schema.safeParse(undefined);
  if (!parsed.success) throw new AppError("malformed-json", "The body is empty; send JSON.");
  return parsed.data;
}
