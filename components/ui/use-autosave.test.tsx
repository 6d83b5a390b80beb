import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useAutosave, useWrites } from "./use-autosave";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
afterEach(() => vi.restoreAllMocks());

it("offline nothing is sent and no one is interrupted; it is sent as soon as the network is back", async () => {
  const network = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const send = vi.fn(({ version }: { version: number }) =>
    Promise.resolve({ ok: true as const, data: { version: version + 1 } }),
  );
  const { result } = renderHook(() => {
    const writes = useWrites({ version: 1 }, send, () => undefined);
    useAutosave("typed", writes.state.kind !== "saved" || writes.state.at === null, writes.state.kind, writes);
    return writes;
  });
  await act(async () => result.current.save());
  expect(result.current.state).toMatchObject({ kind: "failed", error: { code: "unavailable" } });
  expect([send.mock.calls.length, result.current.unanswered]).toEqual([0, []]);
  network.mockReturnValue(true);
  await act(async () => window.dispatchEvent(new Event("online")));
  expect(send).toHaveBeenCalledExactlyOnceWith({ version: 1 });
  expect(result.current.state.kind).toBe("saved");
});
