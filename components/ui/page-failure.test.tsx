import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PageFailure } from "./page-failure";

const refresh = vi.fn();
let pathname = "/doctor";
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }), usePathname: () => pathname }));

const reset = vi.fn();
const fault = () => Object.assign(new Error("x"), { digest: "4711" });

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  refresh.mockReset();
  reset.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

it("reloads by itself at growing intervals", async () => {
  pathname = "/patient";
  const { rerender } = render(<PageFailure error={fault()} reset={reset} />);
  expect(screen.getByText("Reference 4711")).toBeVisible();
  await pass(2);
  expect([refresh.mock.calls.length, reset.mock.calls.length]).toEqual([1, 1]);
  rerender(<PageFailure error={fault()} reset={reset} />);
  await pass(3);
  expect(reset).toHaveBeenCalledTimes(1);
  await pass(1);
  expect(reset).toHaveBeenCalledTimes(2);
});

it("waits for the network and for the tab to be visible, and then no longer", async () => {
  pathname = "/hospital";
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  render(<PageFailure error={fault()} reset={reset} />);
  await pass(60);
  expect(reset).not.toHaveBeenCalled();
  onLine.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event("online")));
  expect(reset).toHaveBeenCalledTimes(1);
});

it("retries at once on request", async () => {
  pathname = "/admin";
  render(<PageFailure error={fault()} reset={reset} />);
  await userEvent
    .setup({ advanceTimers: vi.advanceTimersByTime })
    .click(screen.getByRole("button", { name: "Try again" }));
  expect([refresh.mock.calls.length, reset.mock.calls.length]).toEqual([1, 1]);
});
