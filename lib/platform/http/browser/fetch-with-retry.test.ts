import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GaveUpError, BlockerStore } from "./blocker";
import { fetchWithRetry } from "./fetch-with-retry";

const network = vi.fn<typeof globalThis.fetch>();
let store = new BlockerStore();
const fetch: typeof globalThis.fetch = (input, init) => fetchWithRetry(network, store)(input, init);
const lost = () => Promise.reject(new TypeError("Failed to fetch"));
const page = { headers: { rsc: "1" } };

const browser = { onLine: true };

beforeEach(() => {
  vi.useFakeTimers();
  store = new BlockerStore();
  vi.stubGlobal(
    "window",
    Object.assign(new EventTarget(), { location: { href: "https://self.test/doctor?a=1", pathname: "/doctor" } }),
  );
  vi.stubGlobal("navigator", browser);
  browser.onLine = true;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  network.mockReset();
});

describe("fetching a page", () => {
  it("is retried at growing intervals until there is an answer", async () => {
    network
      .mockImplementationOnce(lost)
      .mockResolvedValueOnce(new Response(null, { status: 503 }))
      .mockResolvedValueOnce(new Response("page"));
    const answer = fetch("/doctor", page);
    await vi.advanceTimersByTimeAsync(500);
    expect(network).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(999);
    expect(network).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await (await answer).text()).toBe("page");
  });

  it("is retried at once when the network is back", async () => {
    network
      .mockImplementationOnce(lost)
      .mockImplementationOnce(lost)
      .mockImplementationOnce(lost)
      .mockResolvedValueOnce(new Response("page"));
    const answer = fetch("/doctor", page);
    await vi.advanceTimersByTimeAsync(1_500);
    window.dispatchEvent(new Event("online"));
    expect(await (await answer).text()).toBe("page");
  });

  const broken = () =>
    new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError("network error")) }));

  it("is retried when the answer of the current page breaks off", async () => {
    network.mockImplementationOnce(async () => broken()).mockImplementationOnce(async () => new Response("page"));
    const answer = fetch("/doctor?_rsc=x", page);
    await vi.advanceTimersByTimeAsync(500);
    expect(await (await answer).text()).toBe("page");
  });

  it("streams through when navigating to another page", async () => {
    network.mockImplementationOnce(async () => broken());
    await expect((await fetch("/patient?_rsc=x", page)).text()).rejects.toThrow();
    expect(network).toHaveBeenCalledTimes(1);
  });

  it("returns whatever the server answers", async () => {
    network.mockResolvedValueOnce(new Response(null, { status: 500 }));
    expect((await fetch("/doctor", page)).status).toBe(500);
  });

  it("stops when the caller aborts", async () => {
    const abort = new AbortController();
    network.mockImplementation(lost);
    const answer = fetch("/doctor", { ...page, signal: abort.signal });
    const refused = expect(answer).rejects.toThrow();
    abort.abort();
    await vi.runAllTimersAsync();
    await refused;
  });
});

describe("an action", () => {
  const action = { method: "POST", headers: { "next-action": "1" } };

  it("is sent once, whatever becomes of it", async () => {
    network.mockImplementation(lost);
    await expect(fetch("/doctor", action)).rejects.toThrow("Failed to fetch");
    expect(network).toHaveBeenCalledTimes(1);
  });

  it("waits for the network while offline, and says so", async () => {
    browser.onLine = false;
    network.mockImplementationOnce(lost).mockResolvedValue(new Response("ok"));
    const answer = fetch("/doctor", action);
    await vi.advanceTimersByTimeAsync(100);
    expect(network.mock.calls.map(([url]) => url)).toEqual(["/api/health/live"]);
    expect(store.get()).toEqual({ kind: "offline", isAction: true });
    await vi.advanceTimersByTimeAsync(500);
    await answer;
    expect(network.mock.calls.map(([url]) => url)).toEqual(["/api/health/live", "/api/health/live", "/doctor"]);
    expect(store.get()).toBeNull();
  });

  it("is never sent once given up", async () => {
    browser.onLine = false;
    network.mockImplementation(lost);
    const refused = expect(fetch("/doctor", action)).rejects.toThrow(GaveUpError);
    await vi.advanceTimersByTimeAsync(100);
    store.settle("offline", false);
    await refused;
    network.mockResolvedValue(new Response("ok"));
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(network.mock.calls.map(([url]) => url)).not.toContain("/doctor");
  });

  const flight = (body: string) => new Response(body, { headers: { "content-type": "text/x-component" } });
  const refused = () =>
    flight('1:{"ok":false,"error":{"code":"unauthenticated","message":"Sign in first","requestId":"r"}}');

  it("is repeated after its person signs in again, for that person only", async () => {
    store.person = { id: "anna" };
    network.mockImplementationOnce(async () => refused()).mockImplementationOnce(async () => flight('1:{"ok":true}'));
    const answer = fetch("/doctor", { ...action, body: "typed" });
    await vi.advanceTimersByTimeAsync(0);
    expect(store.get()).toEqual({ kind: "signed-out", isAction: true });
    store.settle("signed-out", true);
    expect(await (await answer).text()).toContain('"ok":true');
    for (const [, init] of network.mock.calls) {
      expect(init?.body).toBe("typed");
      expect(new Headers(init?.headers).get("x-signed-in-as")).toBe("anna");
    }
  });

  it("returns the signed-out answer when they decline to sign in", async () => {
    store.person = { id: "anna" };
    network.mockImplementation(async () => refused());
    const answer = fetch("/doctor", action);
    await vi.advanceTimersByTimeAsync(0);
    store.settle("signed-out", false);
    expect(await (await answer).text()).toContain("unauthenticated");
    expect(network).toHaveBeenCalledTimes(1);
  });

  it("by a visitor is answered unchanged", async () => {
    network.mockImplementation(async () => refused());
    expect(await (await fetch("/doctor", action)).text()).toContain("unauthenticated");
  });
});

describe("a page refresh after its person was signed out", () => {
  const toSignIn = () => new Response('E{"digest":"NEXT_REDIRECT;replace;/sign-in?from=%2Fdoctor;307;"}');

  it("waits until they sign in again, and leaves the page as it is meanwhile", async () => {
    store.person = { id: "anna" };
    network.mockImplementationOnce(async () => toSignIn()).mockImplementationOnce(async () => new Response("page"));
    const answer = fetch("/doctor?_rsc=x", page);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.get()).toEqual({ kind: "signed-out", isAction: false });
    store.settle("signed-out", true);
    expect(await (await answer).text()).toBe("page");
  });

  it("does not block navigation elsewhere", async () => {
    store.person = { id: "anna" };
    network.mockImplementation(async () => toSignIn());
    await fetch("/patient?_rsc=x", page);
    expect(store.get()).toBeNull();
  });
});

it("leaves prefetches and the application's own requests alone", async () => {
  network.mockImplementation(lost);
  await expect(fetch("/doctor", { headers: { rsc: "1", "next-router-prefetch": "1" } })).rejects.toThrow();
  await expect(fetch("/api/doctors")).rejects.toThrow();
  expect(network).toHaveBeenCalledTimes(2);
});
