import { GaveUpError, blockers, type BlockerStore } from "./blocker";
import { redirectedToSignIn, PERSON_HEADER, isSignedOutRefusal } from "./signed-out";

const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000];
/** The server is being restarted, or its proxy does not find it. */
const AWAY = new Set([502, 503, 504]);
const PROBE = "/api/health/live";

type Fetch = typeof globalThis.fetch;
type Kind = "page" | "action" | "other";

/**
 * Fetches as Next does, with patience. Next gives up a page whose data did not arrive and loads its address, which
 * without a server is the browser's own error page, and everything typed is lost. So reading a page is tried again
 * until it works; and an action, which may be sent once only, is not sent before there is a network, nor again before
 * its person is signed in again. Both are said, and an action can be given up: then it is never sent.
 */
export function fetchWithRetry(fetch: Fetch, store: BlockerStore = blockers): Fetch {
  return async (input, init) => {
    const kind = kindOf(init);
    if (kind === "other") return fetch(input, init);
    return kind === "page" ? readPage(fetch, store, input, init) : sendAction(fetch, store, input, init);
  };
}

/** Only a page read again where it is waits for the sign-in: what one goes to leads there by itself. */
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

/** Waits for the network; throws `GaveUpError` when nothing shall be sent any more. */
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

/** What is fetched ahead may fail in silence: it is fetched again when it is needed. */
function kindOf(init: RequestInit | undefined): Kind {
  const headers = new Headers(init?.headers);
  if (headers.has("next-action")) return "action";
  const isAhead = headers.has("next-router-prefetch") || headers.has("next-router-segment-prefetch");
  return headers.has("rsc") && !isAhead ? "page" : "other";
}

/**
 * A page that is read again where it is, which is mostly nobody's doing, is taken as a whole or not at all: an answer
 * that breaks off half-way would put an error in place of what one is looking at. What one goes to is shown as it comes.
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

/** A while, or until the network comes back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener("online", done);
  });
}
