import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Doubts } from "./doubts";

const answers: (() => Response | Promise<Response>)[] = [];
const asked = vi.fn((_url: string, _init: RequestInit) => {
  const answer = answers.shift();
  return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError("no network"));
});
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", asked);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  asked.mockClear();
  answers.length = 0;
});

const says = (hasMissed: unknown) => () => Response.json({ hasMissed });
const questions = () => asked.mock.calls.map(([, init]) => JSON.parse(String(init.body)) as unknown);
function open() {
  const onMissed = vi.fn<() => void>();
  return { onMissed, doubts: new Doubts(onMissed) };
}
const pass = () => vi.advanceTimersByTimeAsync(100);

describe("a page in doubt", () => {
  it("asks one question for all channels of one position, and another for another position or key", async () => {
    answers.push(says(false), says(false), says(false));
    const { onMissed, doubts } = open();
    doubts.add("doctor-1", "p1");
    doubts.add("doctor-2", "p1");
    doubts.add("doctor-1", "p1");
    doubts.add("doctor-3", "p2");
    doubts.add("private-call-1", "p2", "secret");
    await pass();
    expect(questions()).toEqual([
      { since: "p1", channels: ["doctor-1", "doctor-2"] },
      { since: "p2", channels: ["doctor-3"] },
      { since: "p2", channels: ["private-call-1"], key: "secret" },
    ]);
    expect(onMissed).not.toHaveBeenCalled();
  });

  it.each([
    ["it has missed something", says(true)],
    ["the answer is none", says("no")],
    ["it is refused", () => new Response("{}", { status: 404 })],
    [
      "the server is away",
      () => {
        throw new TypeError("no network");
      },
    ],
  ])("reads again when %s", async (_case, answer) => {
    answers.push(answer);
    const { onMissed, doubts } = open();
    doubts.add("doctor-1", "p1");
    await pass();
    expect(onMissed).toHaveBeenCalledOnce();
  });

  it("waits for no answer once it is being read again, but asks about what is joined after that", async () => {
    let answer: (one: Response) => void = () => undefined;
    answers.push(() => new Promise((resolve) => (answer = resolve)), says(true));
    const { onMissed, doubts } = open();
    doubts.add("doctor-1", "p1");
    await pass();
    doubts.add("doctor-2", "p1");
    doubts.settle();
    answer(Response.json({ hasMissed: true }));
    await pass();
    expect([asked.mock.calls.length, onMissed.mock.calls.length]).toEqual([1, 0]);
    doubts.add("doctor-2", "p1");
    await pass();
    expect([asked.mock.calls.length, onMissed.mock.calls.length]).toEqual([2, 1]);
  });
});
