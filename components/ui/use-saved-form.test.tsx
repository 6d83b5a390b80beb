import { act, renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { toast } from "./toast";
import { useSavedForm } from "./use-saved-form";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), unstable_rethrow: () => undefined }));

it("shows “Saved” for the latest save only, not above a failed one", async () => {
  const [success, dismiss] = [vi.spyOn(toast, "success").mockReturnValue(7), vi.spyOn(toast, "dismiss")];
  const { result } = renderHook(() => useSavedForm("Saved"));
  await act(async () => result.current.save(() => Promise.resolve({ ok: true, data: null })));
  expect(success).toHaveBeenCalledExactlyOnceWith("Saved");
  dismiss.mockClear();
  await act(async () =>
    result.current.save(() => Promise.resolve({ ok: false, error: { code: "invalid", message: "No", requestId: "" } })),
  );
  expect(dismiss).toHaveBeenCalledWith(7);
  expect(result.current.failure?.message).toBe("No");
  expect(success).toHaveBeenCalledOnce();
});
