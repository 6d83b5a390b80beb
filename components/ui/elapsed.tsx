"use client";
import { useEffect, useState } from "react";
import { cn } from "./cn";
import { clockText } from "./countdown";

export type ElapsedProps = {
  /** ISO instant it began. */
  since: string;
  /** The server's clock when it answered: makes the count right on devices whose clock is not. */
  serverNow: string;
  /** From this many seconds on it takes the colour of urgency, a little before that the colour of waiting. */
  urgentSeconds?: number;
  className?: string;
};

/** Where waiting begins to be too long: at two thirds of what is urgent. */
const SOON = 2 / 3;

/** Counts up from an instant, second by second. Silent: what matters about it is said in words beside it. */
export function Elapsed({ since, serverNow, urgentSeconds, className }: ElapsedProps) {
  const [seconds, setSeconds] = useState(() => secondsBetween(since, Date.parse(serverNow)));
  useEffect(() => {
    const skew = Date.parse(serverNow) - Date.now();
    const tick = () => setSeconds(secondsBetween(since, Date.now() + skew));
    const timer = setInterval(tick, 1000);
    const first = setTimeout(tick, 0);
    return () => {
      clearInterval(timer);
      clearTimeout(first);
    };
  }, [since, serverNow]);
  const share = urgentSeconds ? seconds / urgentSeconds : 0;
  return (
    <span
      role="timer"
      aria-live="off"
      className={cn(
        "font-semibold tabular",
        share >= 1 ? "text-stop" : share >= SOON ? "text-wait" : undefined,
        className,
      )}
    >
      {clockText(seconds)}
    </span>
  );
}

function secondsBetween(since: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(since)) / 1000));
}
