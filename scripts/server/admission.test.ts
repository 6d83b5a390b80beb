import { AsyncLocalStorage } from "node:async_hooks";
import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Admission, type Limits } from "./admission.mjs";

const LIMITS: Limits = { most: 4, reserved: 1, waiting: 4, patienceMs: 50, longestMs: 2_000 };

describe("a web process's admission control", () => {
  let admission: Admission;
  beforeEach(() => {
    vi.useFakeTimers();
    admission = new Admission(LIMITS);
    return () => vi.useRealTimers();
  });

  /** One request; its work ends when told to. */
  function ask(kind: string, isUrgent = false, onWork: () => unknown = () => {}) {
    const response = new EventEmitter() as ServerResponse;
    let end = () => {};
    const hangUp = () => response.emit("close");
    const asked = {
      state: "waiting",
      end: () => end(),
      hangUp,
      finish: () => Object.assign(response, { writableFinished: true }) && hangUp(),
    };
    const work = () => {
      asked.state = "working";
      onWork();
      return new Promise<void>((resolve) => (end = resolve));
    };
    admission.enter(response, { kind, isUrgent, work, refuse: () => (asked.state = "refused") });
    return asked;
  }
  const states = (asked: { state: string }[]) => asked.map(({ state }) => state);
  const settle = () => vi.advanceTimersByTimeAsync(0);

  it("runs a fixed number of requests, queues a few and refuses the rest at once", () => {
    const asked = Array.from({ length: 12 }, (_, i) => ask(`page ${i}`));
    expect(states(asked)).toEqual([
      ...Array(4).fill("working"),
      ...Array(4).fill("waiting"),
      ...Array(4).fill("refused"),
    ]);
  });

  it("starts the request that has waited longest as soon as one ends", async () => {
    const asked = Array.from({ length: 6 }, (_, i) => ask(`page ${i}`));
    asked[0]?.end();
    await settle();
    expect(asked[4]?.state).toBe("working");
    expect(asked[5]?.state).toBe("waiting");
  });

  it("refuses requests that have waited too long, and forgets disconnected ones", async () => {
    const asked = Array.from({ length: 6 }, (_, i) => ask(`page ${i}`));
    asked[4]?.hangUp();
    expect(admission.load).toEqual({ active: 4, waiting: 1 });
    await vi.advanceTimersByTimeAsync(LIMITS.patienceMs);
    expect([asked[4]?.state, asked[5]?.state]).toEqual(["waiting", "refused"]);
    asked[0]?.end();
    await settle();
    expect(asked[4]?.state).toBe("waiting");
    expect(admission.load).toEqual({ active: 3, waiting: 0 });
  });

  it("limits each kind of request to half the places, so that a slow kind can't block others", async () => {
    const slow = [ask("doctors"), ask("doctors"), ask("doctors")];
    const others = [ask("hospitals"), ask("api/me")];
    expect(states([...slow, ...others])).toEqual(["working", "working", "waiting", "working", "working"]);
    others[0]?.end();
    await settle();
    expect(slow[2]?.state).toBe("waiting");
    slow[0]?.end();
    await settle();
    expect(slow[2]?.state).toBe("working");
  });

  it("keeps places for emergencies when everything else is full, and serves them first", async () => {
    const pages = Array.from({ length: 8 }, (_, i) => ask(`page ${i}`));
    const first = ask("emergency", true);
    const second = ask("emergency", true);
    expect([first.state, second.state]).toEqual(["working", "waiting"]);
    first.end();
    await settle();
    expect(second.state).toBe("working");
    expect(pages[4]?.state).toBe("waiting");
  });

  it("frees a place once the answer is sent, whatever the handler does, and soon after its client disconnects", async () => {
    const asked = Array.from({ length: 4 }, (_, i) => ask(`page ${i}`));
    asked[0]?.finish();
    expect(admission.load.active).toBe(3);
    asked[1]?.hangUp();
    expect(admission.load.active).toBe(3);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(admission.load.active).toBe(2);
  });

  it("runs a queued request in its own async context", async () => {
    const current = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const asked = Array.from({ length: 5 }, (_, i) =>
      current.run(`request ${i}`, () => ask(`page ${i}`, false, () => seen.push(current.getStore()))),
    );
    current.run("another", () => asked[0]?.finish());
    expect(seen).toEqual(Array.from({ length: 5 }, (_, i) => `request ${i}`));
  });

  it("frees a place when its client reads for too long", async () => {
    const asked = Array.from({ length: 4 }, (_, i) => ask(`page ${i}`));
    await vi.advanceTimersByTimeAsync(LIMITS.longestMs);
    expect(ask("next").state).toBe("working");
    asked[0]?.end();
    await settle();
    expect(admission.load.active).toBe(1);
  });
});
