import { AsyncLocalStorage } from "node:async_hooks";

/** What every line logged for one request, action or job carries. */
export type RequestContext = {
  requestId: string;
  route: string;
  actorId: string | null;
  /** The IDs of the events recorded so far, where the answer lists them. */
  recorded?: string[];
  /** Reads from the primary only: it follows a change that a replica may not have yet. */
  isUpToDate?: boolean;
};

// A server build may load this file once per bundle; one store per process, or lines lose their request.
const KEY = Symbol.for("caresync.request-context");
const holder = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<RequestContext> };
const store = (holder[KEY] ??= new AsyncLocalStorage<RequestContext>());

/** Runs `work` so that everything it logs carries this request's ID, route and actor. */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return store.run(context, work);
}

/** Does the same for the rest of this callback, where it can't be wrapped. */
export function enterRequestContext(context: RequestContext): void {
  store.enterWith(context);
}

/** Returns the request being served, or undefined outside of one. */
export function currentRequest(): RequestContext | undefined {
  return store.getStore();
}
