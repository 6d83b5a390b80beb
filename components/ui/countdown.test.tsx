import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { clockText, Countdown } from "./countdown";

const NOW = "2025-11-24T09:00:00Z";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(NOW) });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

it("counts down, announces the moments worth knowing, and ends once", async () => {
  const onExpire = vi.fn();
  render(<Countdown until="2025-11-24T09:02:10Z" onExpire={onExpire} expiredText="The hold has ended" />);
  await pass(0);
  expect(screen.getByRole("timer")).toHaveTextContent("2:10");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  await pass(10);
  expect(screen.getByRole("timer")).toHaveTextContent("2:00");
  expect(screen.getByRole("status")).toHaveTextContent("2 minutes left");
  await pass(60);
  expect(screen.getByRole("status")).toHaveTextContent("1 minute left");
  await pass(120);
  expect(screen.getByRole("timer")).toHaveTextContent("The hold has ended");
  expect(screen.getByRole("status")).toHaveTextContent("The hold has ended");
  expect(onExpire).toHaveBeenCalledTimes(1);
});

it("follows the server's clock when the device's is wrong", async () => {
  vi.setSystemTime("2025-11-24T11:30:00Z");
  render(<Countdown until="2025-11-24T09:05:00Z" serverNow={NOW} />);
  expect(screen.getByRole("timer")).toHaveTextContent("5:00");
  await pass(3);
  expect(screen.getByRole("timer")).toHaveTextContent("4:57");
});

it("shows hours only when there are some", () => {
  expect([clockText(299), clockText(3725), clockText(9.2), clockText(-4)]).toEqual(["4:59", "1:02:05", "0:10", "0:00"]);
});
