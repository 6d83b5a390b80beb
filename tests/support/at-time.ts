import { vi } from "vitest";

/** Does something at another time; timers run as ever. */
export async function atTime<T>(now: Date, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}
