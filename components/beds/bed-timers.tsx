"use client";
import { useNow } from "@/components/ui/use-now";
import { cn } from "@/components/ui/cn";
import { cleaningProgress } from "./board-rules";
import { cleaningText, leftText } from "./time-left";

const SOON_MS = 15 * 60_000;

/** How long a bed is still reserved, updated live; highlighted in the last quarter of an hour. */
export function KeptFor({ until, asOf }: { until: string; asOf: string }) {
  const now = useNow(asOf);
  return (
    <span className={cn("tabular", Date.parse(until) - now < SOON_MS ? "font-semibold text-wait" : "text-quiet")}>
      {leftText(until, now)}
    </span>
  );
}

/** A cleaning's progress: a bar, and in words what is left or how long it is overdue. */
export function CleaningTimer({ since, due, asOf, what }: { since: string; due: string; asOf: string; what: string }) {
  const { share, minutesLeft } = cleaningProgress(since, due, useNow(asOf));
  const isOverdue = minutesLeft < 0;
  return (
    <span className="block">
      <span className={cn("tabular", isOverdue ? "font-semibold text-wait" : "text-quiet")}>
        {cleaningText(minutesLeft)}
      </span>
      <span
        role="progressbar"
        aria-label={`Cleaning of ${what}`}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={cleaningText(minutesLeft)}
        className="mt-1.5 block h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <span
          className={cn("block h-full rounded-full", isOverdue ? "bg-wait" : "bg-accent")}
          style={{ width: `${Math.round(share * 100)}%` }}
        />
      </span>
    </span>
  );
}
