import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { useCallSending } from "./use-call-sending";

const refusal = (code: "unavailable" | "invalid"): ActionResult<string> => ({
  ok: false,
  error: { code, message: "No.", requestId: "" },
});
const setOnline = (is: boolean) => vi.spyOn(navigator, "onLine", "get").mockReturnValue(is);
const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)));

describe("sending a call", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("retries with the same call until there is an answer", async () => {
    const send = vi
      .fn<(sent: object) => Promise<ActionResult<string>>>()
      .mockResolvedValueOnce(refusal("unavailable"))
      .mockResolvedValue({ ok: true, data: "made" });
    const onSent = vi.fn();
    const call = { token: "t" };
    const { result } = renderHook(() => useCallSending(send, onSent));
    act(() => void result.current.start(call));
    await settle();
    expect(result.current.sending.phase).toBe("waiting");
    await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
    expect(send.mock.calls).toEqual([[call], [call]]);
    expect(onSent).toHaveBeenCalledWith("made");
  });

  it("sends nothing while offline, and can be cancelled until then", async () => {
    setOnline(false);
    const send = vi.fn<(sent: object) => Promise<ActionResult<string>>>();
    const { result } = renderHook(() => useCallSending(send, vi.fn()));
    act(() => void result.current.start({}));
    expect(result.current.sending.phase).toBe("waiting");
    act(() => result.current.stop());
    setOnline(true);
    act(() => void window.dispatchEvent(new Event("online")));
    await settle();
    expect(send).not.toHaveBeenCalled();
    expect(result.current.sending.phase).toBe("idle");
  });

  it("stops when the call is refused", async () => {
    const { result } = renderHook(() => useCallSending(async () => refusal("invalid"), vi.fn()));
    act(() => void result.current.start({}));
    await settle();
    expect(result.current.sending).toMatchObject({ phase: "idle", failure: { code: "invalid" } });
  });
});
