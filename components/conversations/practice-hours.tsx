"use client";
import { Clock } from "lucide-react";
import { formatClockTime, formatDateParts, placeOf } from "@/components/ui/format-instant";
import { LocalTime } from "@/components/ui/local-time";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import type { ConversationOutput } from "@/lib/domain/conversations/schema";

type Hours = NonNullable<ConversationOutput["hours"]>;
type Week = Hours["week"][number];

/** 5 January 2026 was a Monday. */
const dayName = (weekday: number, locale: string) =>
  formatDateParts(`2026-01-${String(weekday + 4).padStart(2, "0")}`, { weekday: "long" }, locale);

function daysText({ weekdays }: Week, locale: string): string {
  const [first = 1, last = 1] = [weekdays[0], weekdays.at(-1)];
  if (weekdays.length > 2 && last - first === weekdays.length - 1)
    return `${dayName(first, locale)} to ${dayName(last, locale)}`;
  return weekdays.map((day) => dayName(day, locale)).join(", ");
}

function hoursText({ intervals }: Week, locale: string): string {
  return intervals
    .map(
      ({ start, end }) =>
        `${formatClockTime(start, locale)}–${end === "24:00" ? "24:00" : formatClockTime(end, locale)}`,
    )
    .join(" and ");
}

/** When the practice reads messages, in its own time zone, and whether it is closed now. */
export function PracticeHours({ hours }: { hours: Hours }) {
  const { locale } = useReader();
  const { week, timeZone, isOpen, opensAt } = hours;
  const lines = week.map((part) => `${daysText(part, locale)}, ${hoursText(part, locale)}`);
  return (
    <div className="flex items-start gap-3 text-sm">
      <Clock aria-hidden className="mt-0.5 size-5 shrink-0 text-quiet" />
      <div className="min-w-0">
        {isOpen ? null : (
          <p className="font-semibold">
            The practice is closed now
            {opensAt ? (
              <>
                {" and opens "}
                <LocalTime instant={opensAt} timeZone={timeZone} otherTime={false} />
              </>
            ) : null}
            .
          </p>
        )}
        {lines.length > 0 ? (
          <p className="text-quiet">
            The practice reads messages on <LocaleText>{lines.join("; ")}</LocaleText> ({placeOf(timeZone)} time).
          </p>
        ) : (
          <p className="text-quiet">The practice reads messages on the days it is open.</p>
        )}
      </div>
    </div>
  );
}
