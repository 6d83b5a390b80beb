import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { patientFetch } from "./patient-fetch";

const network = vi.fn<typeof globalThis.fetch>();
const fetch = patientFetch(network);
const lost = () => Promise.reject(new TypeError("Failed to fetch"));
const page = { headers: { rsc: "1" } };

const browser = { onLine: true };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", Object.assign(new EventTarget(), { location: { href: "https://self.test/doctor?a=1", pathname: "/doctor" } }));
  vi.stubGlobal("navigator", browser);
  browser.onLine = true;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  network.mockReset();
});

describe("reading a page", () => {
  it("is tried again until there is an answer, after growing pauses", async () => {
    network.mockImplementationOnce(lost).mockResolvedValueOnce(new Response(null, { status: 503 })).mockResolvedValueOnce(new Response("page"));
    const answer = fetch("/doctor", page);
    await vi.advanceTimersByTimeAsync(500);
    expect(network).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(999);
    expect(network).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await (await answer).text()).toBe("page");
  });

  it("is tried again at once when the network is back", async () => {
    network.mockImplementationOnce(lost).mockImplementationOnce(lost).mockImplementationOnce(lost).mockResolvedValueOnce(new Response("page"));
    const answer = fetch("/doctor", page);
    await vi.advanceTimersByTimeAsync(1_500);
    window.dispatchEvent(new Event("online"));
    expect(await (await answer).text()).toBe("page");
  });

  const broken = () => new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError("network error")) }));

  it("is tried again when its answer breaks off, where one is", async () => {
    network.mockImplementationOnce(async () => broken()).mockImplementationOnce(async () => new Response("page"));
    const answer = fetch("/doctor?_rsc=x", page);
    await vi.advanceTimersByTimeAsync(500);
    expect(await (await answer).text()).toBe("page");
  });

  it("is handed on as it comes, where one is going", async () => {
    network.mockImplementationOnce(async () => broken());
    await expect((await fetch("/patient?_rsc=x", page)).text()).rejects.toThrow();
    expect(network).toHaveBeenCalledTimes(1);
  });

  it("hands on what the server says, however bad", async () => {
    network.mockResolvedValueOnce(new Response(null, { status: 500 }));
    expect((await fetch("/doctor", page)).status).toBe(500);
  });

  it("ends when nobody waits for it any more", async () => {
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

  it("waits for the network while there is none", async () => {
    browser.onLine = false;
    network.mockImplementationOnce(lost).mockResolvedValue(new Response("ok"));
    const answer = fetch("/doctor", action);
    await vi.advanceTimersByTimeAsync(100);
    expect(network.mock.calls.map(([url]) => url)).toEqual(["/api/health/live"]);
    await vi.advanceTimersByTimeAsync(500);
    await answer;
    expect(network.mock.calls.map(([url]) => url)).toEqual(["/api/health/live", "/api/health/live", "/doctor"]);
  });
});

it("leaves everything else alone: what is fetched ahead, and the application's own requests", async () => {
  network.mockImplementation(lost);
  await expect(fetch("/doctor", { headers: { rsc: "1", "next-router-prefetch": "1" } })).rejects.toThrow();
  await expect(fetch("/api/doctors")).rejects.toThrow();
  expect(network).toHaveBeenCalledTimes(2);
});
