import { GaveUpError, blockers, type BlockerStore } from "./blocker";
import { pause } from "./pause";
import { redirectedToSignIn, PERSON_HEADER, isSignedOutRefusal } from "./signed-out";

const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000];
/** The server is restarting, or its proxy can't find it. */
const AWAY = new Set([502, 503, 504]);
const PROBE = "/api/health/live";

type Fetch = typeof globalThis.fetch;
type Kind = "page" | "action" | "other";

/**
 * Fetches as Next does, with retries. When a page's data doesn't arrive, Next loads its address, which without a server
 * shows the browser's error page and loses everything typed. So reading a page is retried until it works. An action,
 * which may be sent only once, is held back while offline, and repeated only after its person has signed in again. Both
 * are shown to the user, who can give the action up; then it is never sent.
 */
export function fetchWithRetry(fetch: Fetch, store: BlockerStore = blockers): Fetch {
  return async (input, init) => {
    const kind = kindOf(init);
    if (kind === "other") return fetch(input, init);
    return kind === "page" ? readPage(fetch, store, input, init) : sendAction(fetch, store, input, init);
  };
}

/** Only a refresh of the current page waits for sign-in; navigation leads there by itself. */
async function readPage(
  fetch: Fetch,
  store: BlockerStore,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<Response> {
  for (;;) {
    const answer = await retryUntilAnswered(() => fetchPage(fetch, input, init), init?.signal);
    if (store.person === null || !isCurrentPage(input) || !(await redirectedToSignIn(answer))) return answer;
    if (!(await store.wait({ kind: "signed-out", isAction: false }))) return answer;
  }
}

async function sendAction(
  fetch: Fetch,
  store: BlockerStore,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<Response> {
  const headers = new Headers(init?.headers);
  if (store.person) headers.set(PERSON_HEADER, store.person.id);
  for (;;) {
    if (!navigator.onLine) await waitUntilOnline(fetch, store);
    const answer = await fetch(input, { ...init, headers });
    if (store.person === null || !(await isSignedOutRefusal(answer))) return answer;
    if (!(await store.wait({ kind: "signed-out", isAction: true }))) return answer;
  }
}

/** Waits for the network; throws `GaveUpError` when the user gives up. */
async function waitUntilOnline(fetch: Fetch, store: BlockerStore): Promise<void> {
  const end = new AbortController();
  const answer = store.wait({ kind: "offline", isAction: true });
  retryUntilAnswered(() => fetch(PROBE, { method: "HEAD", signal: end.signal }), end.signal).then(
    () => store.settle("offline", true),
    () => undefined,
  );
  const goesOn = await answer;
  end.abort();
  if (!goesOn) throw new GaveUpError();
}

/** A prefetch may fail silently; it is fetched again when needed. */
function kindOf(init: RequestInit | undefined): Kind {
  const headers = new Headers(init?.headers);
  if (headers.has("next-action")) return "action";
  const isAhead = headers.has("next-router-prefetch") || headers.has("next-router-segment-prefetch");
  return headers.has("rsc") && !isAhead ? "page" : "other";
}

/**
 * Reads a refresh of the current page completely or not at all: an answer that breaks off half-way would replace the
 * page with an error. Navigation streams as usual.
 */
async function fetchPage(fetch: Fetch, input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> {
  const answer = await fetch(input, init);
  if (isCurrentPage(input)) await answer.clone().arrayBuffer();
  return answer;
}

function isCurrentPage(input: RequestInfo | URL): boolean {
  return (
    new URL(input instanceof Request ? input.url : input, window.location.href).pathname === window.location.pathname
  );
}

async function retryUntilAnswered(
  ask: () => Promise<Response>,
  signal: AbortSignal | null | undefined,
): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await ask();
      if (!AWAY.has(answer.status)) return answer;
    } catch (error) {
      if (signal?.aborted) throw error;
    }
    await pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 0);
    signal?.throwIfAborted();
  }
}
