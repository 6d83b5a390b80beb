import { AsyncLocalStorage } from "node:async_hooks";

/** What every line logged on behalf of one request, action or job carries. */
export type RequestContext = {
  requestId: string;
  route: string;
  actorId: string | null;
  /** The ids of the events it has recorded so far, where its answer names them. */
  recorded?: string[];
};

// A server build may load this file once per bundle; one store per process, or the lines lose their request.
const KEY = Symbol.for("caresync.request-context");
const holder = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<RequestContext> };
const store = (holder[KEY] ??= new AsyncLocalStorage<RequestContext>());

/** Runs `work` so that everything it logs carries this request's id, route and actor. */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return store.run(context, work);
}

/** The same for everything that follows in this callback, where nothing can be wrapped around what follows. */
export function enterRequestContext(context: RequestContext): void {
  store.enterWith(context);
}

/** The request being served, or undefined outside of one. */
export function currentRequest(): RequestContext | undefined {
  return store.getStore();
}
