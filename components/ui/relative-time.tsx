"use client";
import { useSyncExternalStore } from "react";
import { formatInstant } from "./format-instant";
import { LocaleText } from "./locale-text";
import { useReader } from "./reader";

const STEPS: [limitSeconds: number, unitSeconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [3600, 60, "minute"],
  [86_400, 3600, "hour"],
  [7 * 86_400, 86_400, "day"],
];

/** "5 minutes ago", "in 2 hours", "yesterday"; undefined from a week on, when the date says more. */
export function relativeText(instant: string, nowMs: number, locale: string): string | undefined {
  const seconds = (Date.parse(instant) - nowMs) / 1000;
  if (Math.abs(seconds) < 45) return "just now";
  const step = STEPS.find(([limit]) => Math.abs(seconds) < limit);
  if (!step) return undefined;
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(seconds / step[1]), step[2]);
}

function everyHalfMinute(onTick: () => void) {
  const timer = setInterval(onTick, 30_000);
  return () => clearInterval(timer);
}

// Rounded, so that two reads within one render agree.
const nowSnapshot = () => Math.floor(Date.now() / 30_000) * 30_000;

/** How long ago or how soon, updated while the page is open; the exact time is its title. */
export function RelativeTime({ instant, className }: { instant: string; className?: string }) {
  const reader = useReader();
  const now = useSyncExternalStore(everyHalfMinute, nowSnapshot, () => null);
  const exact = formatInstant(instant, "datetime", reader);
  const text = now === null ? undefined : relativeText(instant, now, reader.locale);
  return (
    <LocaleText as="time" dateTime={instant} title={exact} className={className}>
      {text ?? exact}
    </LocaleText>
  );
}
