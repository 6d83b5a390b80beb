import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { events, fakePart, starter, type Starter } from "@/tests/support/launcher/fake-part";
import type { Part } from "../process/child";
import { Stack } from "./stack";

beforeEach(() => {
  events.length = 0;
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the stack", () => {
  it("stops parts in reverse order, dependents first", async () => {
    const stack = new Stack();
    for (const name of ["database", "worker", "web"]) await stack.add(name, starter(name).start);
    await stack.stop();
    expect(events).toEqual(["stop web", "stop worker", "stop database"]);
  });

  it("restarts a part that died", async () => {
    const web = starter("web");
    const stack = new Stack();
    await stack.add("web", web.start);
    web.killLast();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(web.start).toHaveBeenCalledTimes(2);
    await stack.stop();
  });

  it("retries when a restart fails", async () => {
    const web = starter("web");
    const stack = new Stack();
    await stack.add("web", web.start);
    web.start.mockRejectedValueOnce(new Error("not yet"));
    web.killLast();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(web.start).toHaveBeenCalledTimes(3);
    await stack.stop();
  });

  it("waits for a part's dependencies when both have died", async () => {
    const database = starter("database");
    const web = starter("web");
    const stack = new Stack();
    await stack.add("database", database.start);
    await stack.add("web", web.start);
    const recovery = new Promise<Part>((resolve) => setTimeout(() => resolve(fakePart("database")), 30_000));
    database.start.mockReturnValueOnce(recovery);
    database.killLast();
    web.killLast();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(web.start).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(web.start).toHaveBeenCalledTimes(2);
    await stack.stop();
  });

  it("gives up on a part that dies six times within a minute, in one sentence", async () => {
    const web = starter("web");
    const stack = new Stack();
    const failed = expect(stack.failed).rejects.toThrow("The web ended 6 times within a minute");
    await stack.add("web", web.start);
    for (let deaths = 0; deaths < 6; deaths += 1) {
      web.killLast();
      await vi.advanceTimersByTimeAsync(5_000);
    }
    await failed;
    expect(web.start).toHaveBeenCalledTimes(6);
    await stack.stop();
  });

  it("gives up at once on a part that has already retried by itself", async () => {
    const web = starter("web");
    const stack = new Stack();
    const failed = expect(stack.failed).rejects.toThrow("The web cannot be kept running");
    await stack.add("web", web.start, { triesItself: true });
    web.killLast();
    await failed;
    expect(web.start).toHaveBeenCalledOnce();
    await stack.stop();
  });

  it("never gives up on a side part, and waits half a minute at most between two starts", async () => {
    const worker = starter("worker");
    const stack = new Stack();
    const gaveUp = vi.fn();
    stack.failed.catch(gaveUp);
    await stack.add("worker", worker.start, { isSide: true });
    for (let deaths = 0; deaths < 20; deaths += 1) {
      worker.killLast();
      await vi.advanceTimersByTimeAsync(30_000);
    }
    expect(worker.start).toHaveBeenCalledTimes(21);
    expect(gaveUp).not.toHaveBeenCalled();
    await stack.stop();
  });

  it("never gives up on the database, and the site says meanwhile that it is unavailable", async () => {
    const database = starter("database");
    const stack = new Stack();
    const gaveUp = vi.fn();
    stack.failed.catch(gaveUp);
    await stack.add("database", database.start, { isKept: true });
    database.start.mockRejectedValue(new Error("The disk is full."));
    database.killLast();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(database.start.mock.calls.length).toBeGreaterThan(20);
    expect(gaveUp).not.toHaveBeenCalled();
    await stack.stop();
  });

  it("stops at once, however long a part would have waited for its next start", async () => {
    const worker = starter("worker");
    const stack = new Stack();
    await stack.add("worker", worker.start, { isSide: true });
    worker.start.mockRejectedValue(new Error("not yet"));
    worker.killLast();
    await vi.advanceTimersByTimeAsync(60_000);
    const stopped = vi.fn();
    void stack.stop().then(stopped);
    await vi.advanceTimersByTimeAsync(100);
    expect(stopped).toHaveBeenCalled();
  });

  it("does not let the site wait for a side part", async () => {
    const channels = starter("channels server");
    const web = starter("web");
    const stack = new Stack();
    await stack.add("channels server", channels.start, { isSide: true });
    await stack.add("web", web.start);
    channels.start.mockReturnValueOnce(new Promise(() => {}));
    channels.killLast();
    web.killLast();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(web.start).toHaveBeenCalledTimes(2);
  });

  it("restarts, once, the parts that hold the address of one that has moved, and no others", async () => {
    const [database, channels, worker, web] = ["database", "channels server", "worker", "web"].map(starter) as [
      Starter,
      Starter,
      Starter,
      Starter,
    ];
    const stack = new Stack();
    const renew = vi.fn(async () => {});
    await stack.add("database", database.start);
    await stack.add("channels server", channels.start, { isSide: true });
    await stack.add("worker", worker.start, { isSide: true, follows: true });
    await stack.add("web", async () => ({ ...(await web.start()), renew }));
    await stack.renewAfter("database");
    await vi.advanceTimersByTimeAsync(1_000);
    expect([database, channels, worker, web].map(({ start }) => start.mock.calls.length)).toEqual([1, 1, 2, 1]);
    expect(renew).toHaveBeenCalledOnce();
    await stack.stop();
  });

  it("restarts the others while one of them takes its time to stop", async () => {
    const stack = new Stack();
    const renew = vi.fn(async () => {});
    let end = () => {};
    const exited = new Promise<void>((resolve) => (end = resolve));
    await stack.add("database", starter("database").start);
    await stack.add("worker", async () => ({ exited, stop: () => exited }), { isSide: true, follows: true });
    await stack.add("web", async () => ({ ...(await starter("web").start()), renew }));
    const renewed = stack.renewAfter("database");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(renew).toHaveBeenCalledOnce();
    end();
    await renewed;
    await stack.stop();
  });

  it("starts nothing once it is stopping", async () => {
    const web = starter("web");
    const stack = new Stack();
    await stack.add("web", web.start);
    web.killLast();
    await Promise.resolve();
    const stopped = stack.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    await stopped;
    expect(web.start).toHaveBeenCalledTimes(1);
    await expect(stack.add("late", web.start)).rejects.toThrow("stopping");
  });
});
