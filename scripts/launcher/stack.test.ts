import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Part } from "./child";
import { Stack } from "./stack";

const events: string[] = [];

/** A part that can be made to die. */
function fakePart(name: string): Part & { die(): void } {
  let die = () => {};
  const exited = new Promise<void>((resolve) => (die = resolve));
  const stop = async () => {
    events.push(`stop ${name}`);
    die();
  };
  return { exited, stop, die };
}

function starter(name: string) {
  const parts: ReturnType<typeof fakePart>[] = [];
  const start = vi.fn(async () => {
    parts.push(fakePart(name));
    return parts.at(-1) as Part;
  });
  return { start, killLast: () => parts.at(-1)?.die() };
}

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
  it("stops what it started backwards: who needs a part ends before it", async () => {
    const stack = new Stack();
    for (const name of ["database", "worker", "web"]) await stack.add(name, starter(name).start);
    await stack.stop();
    expect(events).toEqual(["stop web", "stop worker", "stop database"]);
  });

  it("starts a part again that died", async () => {
    const web = starter("web");
    const stack = new Stack();
    await stack.add("web", web.start);
    web.killLast();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(web.start).toHaveBeenCalledTimes(2);
    await stack.stop();
  });

  it("tries again when a restart fails", async () => {
    const web = starter("web");
    const stack = new Stack();
    await stack.add("web", web.start);
    web.start.mockRejectedValueOnce(new Error("not yet"));
    web.killLast();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(web.start).toHaveBeenCalledTimes(3);
    await stack.stop();
  });

  it("waits for what a part needs when both have died", async () => {
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

  it("does not start anything again once it is stopping", async () => {
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
