import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Caller } from "@/lib/platform/auth/caller";
import { AppError } from "@/lib/platform/errors/app-error";
import { toAppError } from "@/lib/platform/errors/driver-errors";
import { PERSON_HEADER } from "@/lib/platform/http/browser/signed-out";
import { parseInput } from "@/lib/platform/input/field-errors";
import { countActor, countAddress } from "@/lib/platform/http/general-limits";
import { requestIdOf } from "@/lib/platform/log/request-id";
import { log } from "@/lib/platform/log/log";
import { logRequest } from "@/lib/platform/log/log-request";
import { withRequestContext, type RequestContext } from "@/lib/platform/log/request-context";
import { clientAddress } from "@/lib/platform/rate-limit/client-address";
import { admitAttempt, countAccepted, type RateLimit } from "@/lib/platform/rate-limit/rate-limit";
import type { ActionResult } from "./action-result";

type ActionRateLimit<I> = RateLimit & { by: "actor" | "address" | ((input: I) => string) };

type ActionOptions<I> = {
  /** The action's name in the log; defaults to the handler's name, which a minifier may shorten. */
  name?: string;
  rateLimit?: ActionRateLimit<I>[];
};

type Run<C, I, T> = (actor: C | null, input: I) => Promise<T>;
/** An action as a form or a component calls it: with an object, or with the form's own data. */
type Action<S extends z.ZodType, T> = (input: z.input<S> | FormData) => Promise<ActionResult<T>>;

/** Makes server actions: of a schema and a use case, an action. */
export type DefineAction<C extends Caller> = {
  <S extends z.ZodType, T>(
    schema: S,
    handler: (actor: C, input: z.output<S>) => Promise<T>,
    options?: ActionOptions<z.output<S>> & { auth?: "required" },
  ): Action<S, T>;
  <S extends z.ZodType, T>(
    schema: S,
    handler: (actor: C | null, input: z.output<S>) => Promise<T>,
    options: ActionOptions<z.output<S>> & { auth: "optional" },
  ): Action<S, T>;
};

/**
 * Makes server actions of one use case each for the actor `currentActor` finds in the session: zod → input, then
 * `handler(actor, input)`. An action has the general limits of the API, and shares their counts; limits of its own by
 * actor are counted before the input is read.
 * Answers `{ ok: true, data }` or `{ ok: false, error }` and throws only what Next needs thrown (redirect, notFound).
 * Requests from other sites never get here: Next compares `Origin` with the host before it decodes an action.
 */
export function actionsFor<C extends Caller>(currentActor: () => Promise<C | null>): DefineAction<C> {
  return <S extends z.ZodType, T>(
    schema: S,
    handler: ((actor: C, input: z.output<S>) => Promise<T>) | Run<C, z.output<S>, T>,
    options: ActionOptions<z.output<S>> & { auth?: "required" | "optional" } = {},
  ) => makeAction(currentActor, schema, handler as Run<C, z.output<S>, T>, options);
}

function makeAction<C extends Caller, S extends z.ZodType, T>(
  currentActor: () => Promise<C | null>,
  schema: S,
  run: Run<C, z.output<S>, T>,
  options: ActionOptions<z.output<S>> & { auth?: "required" | "optional" },
): Action<S, T> {
  const name = options.name ?? (run.name === "" ? "action" : run.name);
  const limitsBy = (kind: "actor" | "address" | "input") =>
    (options.rateLimit ?? []).filter(({ by }) => (typeof by === "function" ? "input" : by) === kind);
  const actorOf = async () => {
    const actor = await currentActor();
    if (actor === null && options.auth !== "optional") throw new AppError("unauthenticated");
    return actor;
  };
  return async (input) => {
    const startedAt = performance.now();
    const sent = await headers();
    const context: RequestContext = {
      requestId: requestIdOf(sent),
      route: `action ${name}`,
      actorId: null,
      recorded: [],
      isUpToDate: true,
    };
    return withRequestContext(context, async () => {
      let status = 200;
      try {
        countAddress({ headers: sent }, []);
        const actor = actorOfPage(await actorOf(), sent);
        context.actorId = actor?.userId ?? null;
        countActor(actor, { headers: sent }, []);
        // Parsing may be the expensive part. A network's limit counts only input that parses.
        await takeTokens(limitsBy("actor"), () => actorOr(actor, sent));
        const parsed = parseInput(schema, input instanceof FormData ? formFields(input) : input) as z.output<S>;
        await takeTokens(limitsBy("address"), () => addressOf(sent));
        await takeTokens(limitsBy("input"), ({ by }) => (typeof by === "function" ? by(parsed) : addressOf(sent)));
        const data = await run(actor, parsed);
        await countAccepted(limitsBy("actor").map((limit) => ({ ...limit, key: actorOr(actor, sent) })));
        return { ok: true, data, ...(context.recorded?.length ? { events: context.recorded } : {}) };
      } catch (error) {
        const failure = failureOf(error, context.requestId);
        status = failure.status;
        return { ok: false, error: failure.error };
      } finally {
        logRequest("ACTION", status, performance.now() - startedAt);
      }
    });
  };
}

/**
 * Someone else may have signed in since in another tab: an action on one person's page must not run as another person.
 */
function actorOfPage<C extends Caller>(actor: C | null, sent: Headers): C | null {
  const person = sent.get(PERSON_HEADER);
  if (person !== null && person !== actor?.userId) throw new AppError("unauthenticated");
  return actor;
}

async function takeTokens<I>(
  limits: ActionRateLimit<I>[],
  keyOf: (limit: ActionRateLimit<I>) => string,
): Promise<void> {
  for (const limit of limits) await admitAttempt({ ...limit, key: keyOf(limit) });
}

function addressOf(sent: Headers): string {
  return `address:${clientAddress({ headers: sent })}`;
}

function actorOr(actor: Caller | null, sent: Headers): string {
  return actor?.userId == null ? addressOf(sent) : `user:${actor.userId}`;
}

function failureOf(
  error: unknown,
  requestId: string,
): { status: number; error: Extract<ActionResult<never>, { ok: false }>["error"] } {
  unstable_rethrow(error);
  const known = toAppError(error);
  if (known === null || known.status >= 500) log.error({ err: error }, "action failed");
  else if (known !== error) log.warn({ err: error, code: known.code }, "the database refused what was sent");
  const shown = known ?? new AppError("internal", "Something went wrong on our side. Please try again.");
  const { code, message, fields, extra, retryAfterSeconds, status } = shown;
  return {
    status,
    error: {
      code,
      message,
      requestId,
      ...(fields === undefined ? {} : { fields }),
      ...(extra === undefined ? {} : { extra }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    },
  };
}

/** Returns a form's fields as an object. A repeated name becomes a list; React's own fields are left out. */
function formFields(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith("$ACTION")) continue;
    const values = form.getAll(key);
    fields[key] = values.length > 1 ? values : values[0];
  }
  return fields;
}
