"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { counted } from "@/lib/platform/text/counted";
import { cn } from "./cn";

/** Seconds before the end at which the time left is announced. */
const SAID_AT = [300, 120, 60, 30, 10];

/** 299 → "4:59", 3725 → "1:02:05". Whole seconds, never negative. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const pad = (part: number) => String(part).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

function spoken(seconds: number): string {
  const [count, unit] = seconds >= 60 ? [seconds / 60, "minute"] : [seconds, "second"];
  return `${counted(count, unit)} left`;
}

export type CountdownProps = {
  /** ISO instant of the end. */
  until: string;
  /** The server's clock when it answered: corrects devices with a wrong clock. */
  serverNow?: string | undefined;
  onExpire?: () => void;
  /** Announced and shown when it is over. */
  expiredText?: string;
  /** From this many seconds on it is shown as urgent. */
  urgentSeconds?: number;
  className?: string;
};

/** Counts down to an instant. Ticks silently; the moments worth knowing are announced. */
export function Countdown(props: CountdownProps) {
  const { until, serverNow, onExpire, expiredText = "Time is up", urgentSeconds = 60, className } = props;
  const [left, setLeft] = useState<number | null>(() =>
    serverNow ? (Date.parse(until) - Date.parse(serverNow)) / 1000 : null,
  );
  const [said, setSaid] = useState("");
  const expire = useEffectEvent(() => onExpire?.());

  useEffect(() => {
    const skew = serverNow ? Date.parse(serverNow) - Date.now() : 0;
    const end = Date.parse(until);
    let before = Number.POSITIVE_INFINITY;
    const tick = () => {
      const seconds = (end - (Date.now() + skew)) / 1000;
      const mark = SAID_AT.findLast((at) => seconds <= at && before > at && before !== Number.POSITIVE_INFINITY);
      before = seconds;
      setLeft(seconds);
      if (mark !== undefined) setSaid(spoken(mark));
      if (seconds > 0) return;
      clearInterval(timer);
      setSaid(expiredText);
      expire();
    };
    const timer = setInterval(tick, 1000);
    const first = setTimeout(tick, 0);
    return () => {
      clearInterval(timer);
      clearTimeout(first);
    };
  }, [until, serverNow, expiredText]);

  const over = left !== null && left <= 0;
  return (
    <span className={className}>
      <span
        role="timer"
        aria-live="off"
        className={cn("font-semibold tabular", left !== null && left <= urgentSeconds && "text-stop")}
      >
        {left === null ? "–:––" : over ? expiredText : clockText(left)}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </span>
  );
}
