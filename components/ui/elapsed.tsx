"use client";
import { useEffect, useState } from "react";
import { cn } from "./cn";
import { clockText } from "./countdown";

export type ElapsedProps = {
  /** ISO instant of the start. */
  since: string;
  /** The server's clock when it answered: corrects devices with a wrong clock. */
  serverNow: string;
  /** From this many seconds on it is shown as urgent, and a little earlier as waiting. */
  urgentSeconds?: number;
  className?: string;
};

/** Where waiting starts to be too long: at two thirds of the urgent limit. */
const SOON = 2 / 3;

/** Counts up from an instant, second by second. Silent: the text beside it says what matters. */
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
