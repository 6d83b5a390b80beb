import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Elapsed } from "./elapsed";

const SINCE = "2026-11-04T10:00:00Z";

describe("the elapsed time", () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-11-04T10:02:00Z") }));
  afterEach(() => void vi.useRealTimers());

  it("counts up by the second", () => {
    render(<Elapsed since={SINCE} serverNow="2026-11-04T10:02:00Z" />);
    expect(screen.getByRole("timer")).toHaveTextContent("2:00");
    act(() => void vi.advanceTimersByTime(7_000));
    expect(screen.getByRole("timer")).toHaveTextContent("2:07");
  });

  it("follows the server's clock when the device's is wrong", () => {
    render(<Elapsed since={SINCE} serverNow="2026-11-04T10:00:30Z" />);
    act(() => void vi.advanceTimersByTime(2_000));
    expect(screen.getByRole("timer")).toHaveTextContent("0:32");
  });

  it("is never negative", () => {
    render(<Elapsed since={SINCE} serverNow="2026-11-04T09:59:00Z" />);
    expect(screen.getByRole("timer")).toHaveTextContent("0:00");
  });

  it("turns urgent at its limit", () => {
    render(<Elapsed since={SINCE} serverNow="2026-11-04T10:02:00Z" urgentSeconds={180} />);
    expect(screen.getByRole("timer")).toHaveClass("text-wait");
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getByRole("timer")).toHaveClass("text-stop");
  });
});
