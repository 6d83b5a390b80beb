"use client";
import type { Route } from "next";
import type { ReactNode } from "react";
import { LocaleText } from "@/components/ui/locale-text";
import { useNow } from "@/components/ui/use-now";
import { minutesText } from "@/components/doctor-day/day-rules";
import { cn } from "@/components/ui/cn";
import { formatInstant } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { useReader } from "@/components/ui/reader";
import { waitedMinutes } from "./wait-text";

type Props = {
  icon: ReactNode;
  href: Route;
  title: ReactNode;
  text: ReactNode;
  /** Shown at the end: since when, at what time. */
  end: ReactNode;
  isPressing?: boolean;
};

/** One line of something coming or waiting: what, who, where and since when; it links to the screen to act on it. */
export function ComingRow({ icon, href, title, text, end, isPressing = false }: Props) {
  return (
    <li className="relative flex items-start gap-3 p-4 hover:bg-sunken/50">
      <span aria-hidden className={cn("mt-0.5 [&_svg]:size-5", isPressing ? "text-stop" : "text-quiet")}>
        {icon}
      </span>
      <div className="min-w-0 flex-1">
        <p>
          <Link href={href} className="rounded-sm font-semibold after:absolute after:inset-0">
            {title}
          </Link>
        </p>
        <p className="text-sm text-quiet">{text}</p>
      </div>
      <p className={cn("shrink-0 text-right text-sm tabular", isPressing ? "font-semibold text-stop" : "text-quiet")}>
        {end}
      </p>
    </li>
  );
}

/** "12 min", "3 h 5 min": elapsed time, updated while the page is open. */
export function SinceThen({ since, asOf }: { since: string; asOf: string }) {
  const minutes = waitedMinutes(since, useNow(asOf));
  return (
    <LocaleText as="time" dateTime={since}>
      {minutes < 1 ? "just now" : minutes < 24 * 60 ? minutesText(minutes) : `${Math.floor(minutes / 1440)} d`}
    </LocaleText>
  );
}

/** The time today, with the date on other days. */
export function Moment({ instant, asOf }: { instant: string; asOf: string }) {
  const reader = useReader();
  const isToday = formatInstant(instant, "date", reader) === formatInstant(asOf, "date", reader);
  return (
    <LocaleText as="time" dateTime={instant}>
      {formatInstant(instant, isToday ? "time" : "datetime", reader)}
    </LocaleText>
  );
}
