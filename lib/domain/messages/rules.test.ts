import { expect, it } from "vitest";
import { afterAttempt } from "./rules";

const now = new Date("2026-11-28T08:00:00Z");
const pause = (attempts: number, retryAfterSeconds?: number) => {
  const outcome = {
    is: "retry",
    answer: "busy",
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  } as const;
  return (afterAttempt(outcome, attempts, now).nextAttemptAt.getTime() - now.getTime()) / 1000;
};

it("tries again after a pause that doubles, up to two hours", () => {
  expect([1, 2, 3, 11].map((attempts) => pause(attempts))).toEqual([15, 30, 60, 7200]);
});

it("waits at least as long as the provider asks, within two hours", () => {
  expect([pause(1, 5), pause(1, 120), pause(5, 120), pause(1, 86_400)]).toEqual([15, 120, 240, 7200]);
});
