import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { KeepFresh } from "@/components/realtime/keep-fresh";
import { RealtimeProvider } from "@/components/realtime/realtime-provider";
import type { Capacity as Free } from "@/lib/domain/analytics/schema";
import { Capacity } from "./capacity";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const config = { key: "key", cluster: "", wsHost: "localhost", wsPort: 1, forceTLS: false };
const capacity: Free = {
  asOf: "2026-11-26T13:02:00.000Z",
  beds: [
    { kind: "GENERAL", free: 3 },
    { kind: "ICU", free: 0 },
  ],
  ambulances: [
    { kind: "BASIC", free: 1 },
    { kind: "ICU", free: 1 },
  ],
};
const page = (shown: Free) => (
  <RealtimeProvider config={config}>
    <KeepFresh asOf={shown.asOf} />
    <Capacity capacity={shown} />
  </RealtimeProvider>
);
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response()),
  );
  refresh.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("says what is available by kind, including zero, and when it was counted", () => {
  render(page(capacity));
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    "General 3 free",
    "Intensive care none free",
  ]);
  expect(screen.getByText("Ambulances", { exact: false })).toHaveTextContent("Ambulances 2 free");
  expect(screen.getByText("as of", { exact: false })).toBeVisible();
});

it("shows nothing for a hospital that has neither beds nor vehicles", () => {
  render(page({ ...capacity, beds: [], ambulances: [] }));
  expect(screen.queryByText("as of", { exact: false })).toBeNull();
});

it("refreshes before it is a minute old, one request at a time", async () => {
  render(page(capacity));
  await pass(40);
  expect(refresh).not.toHaveBeenCalled();
  await pass(6);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("says after a minute that it isn't live, and stops saying so after a refresh", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(null, { status: 503 })),
  );
  const { rerender } = render(page(capacity));
  await pass(55);
  expect(screen.queryByText("– not live", { exact: false })).toBeNull();
  await pass(10);
  expect(screen.getByRole("status")).toHaveTextContent("– not live");
  expect(refresh).not.toHaveBeenCalled();
  rerender(page({ ...capacity, asOf: "2026-11-26T13:05:00.000Z" }));
  expect(screen.queryByText("– not live", { exact: false })).toBeNull();
});

it("does not refresh in a hidden tab", async () => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  render(page(capacity));
  await pass(300);
  expect(refresh).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
