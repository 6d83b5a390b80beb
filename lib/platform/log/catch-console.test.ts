import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catchConsole, reportRequestError } from "./catch-console";
import { log } from "./log";

vi.mock("./log", () => ({ log: { error: vi.fn(), warn: vi.fn() } }));

const own = { ...console };
/** As a library does it. */
const print = (how: "error" | "warn", ...args: unknown[]) =>
  (Reflect.get(console, how) as (...all: unknown[]) => void)(...args);
const failed = (digest?: string) => Object.assign(new Error("no row for asha@example.org"), digest ? { digest } : {});

beforeEach(() => {
  vi.useFakeTimers();
  catchConsole();
});
afterEach(() => {
  Object.assign(console, own);
  vi.useRealTimers();
  vi.mocked(log.error).mockReset();
  vi.mocked(log.warn).mockReset();
});

describe("libraries' console output", () => {
  it("goes through the log, where it is scrubbed", () => {
    const fault = failed();
    print("error", "⨯", fault);
    print("warn", "something is old");
    expect(log.error).toHaveBeenCalledExactlyOnceWith({ err: fault }, "⨯");
    expect(log.warn).toHaveBeenCalledExactlyOnceWith("something is old");
  });

  it("is written once when the request's own report follows, with the route as a pattern", () => {
    const fault = failed("3598776612");
    print("error", "⨯", fault);
    reportRequestError(fault, "GET", "/(public)/hospitals/[slug]/page");
    vi.runAllTimers();
    expect(log.error).toHaveBeenCalledExactlyOnceWith(
      { err: fault, digest: "E3598776612", method: "GET" },
      "page failed",
    );
  });

  it("is written after a while when no report follows", () => {
    print("error", failed("1234567890"));
    expect(log.error).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(log.error).toHaveBeenCalledTimes(1);
  });
});
