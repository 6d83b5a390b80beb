import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { channelAuthoriser } from "./authorise-channel";

const answers: (() => Response)[] = [];
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

const signed = () => Response.json({ auth: "key:signature" });
const status = (code: number) => () => new Response(null, { status: code });

function ask(isCurrentSocket = () => true, isWanted = () => true) {
  const callback = vi.fn();
  channelAuthoriser({ endpoint: "/api/realtime/auth", isCurrentSocket, isWanted })(
    { socketId: "1.2", channelName: "private-user-1" },
    callback,
  );
  return callback;
}

describe("channelAuthoriser", () => {
  it("asks the server with the page's credentials and returns the signature", async () => {
    answers.push(signed);
    const callback = ask();
    await vi.runAllTimersAsync();
    expect(callback).toHaveBeenCalledExactlyOnceWith(null, { auth: "key:signature" });
    const [url, init] = asked.mock.calls[0] ?? [];
    expect([url, init?.method, init?.credentials]).toEqual(["/api/realtime/auth", "POST", "same-origin"]);
    expect(init?.body).toBe('{"socket_id":"1.2","channel_name":"private-user-1"}');
  });

  it("sends the secret of a channel joined without an account, and no other channel's", async () => {
    answers.push(signed, signed);
    const keyOf = (channel: string) => (channel === "private-call-1" ? "secret" : undefined);
    const authorise = channelAuthoriser({
      endpoint: "/api/realtime/auth",
      isCurrentSocket: () => true,
      isWanted: () => true,
      keyOf,
    });
    for (const channelName of ["private-call-1", "private-user-1"])
      authorise({ socketId: "1.2", channelName }, vi.fn());
    await vi.runAllTimersAsync();
    expect(asked.mock.calls.map(([, init]) => init.body)).toEqual([
      '{"socket_id":"1.2","channel_name":"private-call-1","key":"secret"}',
      '{"socket_id":"1.2","channel_name":"private-user-1"}',
    ]);
  });

  it.each([401, 403, 404])("does not retry when refused with %i", async (code) => {
    answers.push(status(code), signed);
    const callback = ask();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(callback).toHaveBeenCalledExactlyOnceWith(expect.any(Error), null);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["503", status(503)],
    ["429", status(429)],
    ["nonsense", () => new Response("<html>")],
  ])("retries after %s, with growing pauses", async (_name, fault) => {
    answers.push(fault, fault, fault, signed);
    const callback = ask();
    await vi.advanceTimersByTimeAsync(6_900);
    expect(asked).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(100);
    expect(callback).toHaveBeenCalledExactlyOnceWith(null, { auth: "key:signature" });
  });

  it("asks at most twice a minute while offline", async () => {
    ask();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked.mock.calls.length).toBeLessThan(27);
  });

  it("stays silent for a socket that was replaced meanwhile", async () => {
    answers.push(signed);
    const callback = ask(() => false);
    await vi.runAllTimersAsync();
    expect(callback).not.toHaveBeenCalled();
  });

  it("stops when the channel is no longer wanted", async () => {
    const isWanted = vi.fn(() => false).mockReturnValueOnce(true);
    const callback = ask(() => true, isWanted);
    await vi.runAllTimersAsync();
    expect(callback).toHaveBeenCalledExactlyOnceWith(expect.any(Error), null);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
