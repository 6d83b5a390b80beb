"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { Link } from "@/components/ui/link";
import { shiftDate } from "@/lib/platform/time/local-date";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DatePicker } from "@/components/ui/date-picker";
import { formatDate, formatDateParts } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { routes } from "@/lib/site/routes";
import type { CalendarView } from "./calendar-grid";

type Props = { date: string; today: string; view: CalendarView; dates: string[] };

const hrefOf = (date: string, view: CalendarView) => routes.doctor.calendar({ date, view });

/** The displayed period, kept in the address. On phones the week is a strip of days. */
export function CalendarToolbar({ date, today, view, dates }: Props) {
  const router = useRouter();
  return (
    <div className="mb-4 grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {view === null ? (
          <>
            <Steps date={date} days={1} view={view} className="md:hidden" />
            <Steps date={date} days={7} view={view} className="max-md:hidden" />
          </>
        ) : (
          <Steps date={date} days={view === "day" ? 1 : 7} view={view} />
        )}
        <Button asChild variant="secondary" size="sm">
          <Link href={hrefOf(today, view)}>Today</Link>
        </Button>
        <div className="w-60 max-w-full max-sm:order-last max-sm:w-full">
          <DatePicker
            aria-label="Go to"
            value={date}
            today={today}
            onValueChange={(next) => router.push(hrefOf(next, view))}
          />
        </div>
        {view === null ? (
          <>
            <ViewChoice date={date} view="day" className="md:hidden" />
            <ViewChoice date={date} view="week" className="max-md:hidden" />
          </>
        ) : (
          <ViewChoice date={date} view={view} />
        )}
      </div>
      {view === "week" ? null : <DayStrip date={date} today={today} view={view} dates={dates} />}
    </div>
  );
}

function DayStrip({ date, today, view, dates }: Props) {
  const { locale } = useReader();
  return (
    <nav aria-label="Days of this week" className={cn("grid grid-cols-7 gap-1", view === null && "md:hidden")}>
      {dates.map((one) => (
        <Link
          key={one}
          href={hrefOf(one, view)}
          aria-current={one === date ? "date" : undefined}
          aria-label={formatDate(one, "long-date", locale)}
          className={cn(
            "flex flex-col items-center rounded-md border border-line bg-surface py-1.5 text-sm",
            one === today && "font-bold text-accent",
            one === date && "border-accent bg-accent text-accent-ink",
          )}
        >
          <span className="text-xs">{formatDateParts(one, { weekday: "short" }, locale)}</span>
          <span className="tabular">{Number(one.slice(8))}</span>
        </Link>
      ))}
    </nav>
  );
}

function Steps({ date, days, view, className }: { date: string; days: 1 | 7; view: CalendarView; className?: string }) {
  const what = days === 1 ? "day" : "week";
  return (
    <div className={cn("flex gap-1", className)}>
      {[-1, 1].map((direction) => (
        <Button key={direction} asChild variant="secondary" size="sm" className="px-2">
          <Link
            href={hrefOf(shiftDate(date, direction * days), view)}
            aria-label={direction < 0 ? `Previous ${what}` : `Next ${what}`}
          >
            {direction < 0 ? <ChevronLeft aria-hidden /> : <ChevronRight aria-hidden />}
          </Link>
        </Button>
      ))}
    </div>
  );
}

function ViewChoice({ date, view, className }: { date: string; view: "day" | "week"; className?: string }) {
  const router = useRouter();
  return (
    <SegmentedControl
      label="View"
      className={cn("ml-auto", className)}
      value={view}
      onValueChange={(next) => router.push(hrefOf(date, next))}
      segments={[
        { value: "day", label: "Day" },
        { value: "week", label: "Week" },
      ]}
    />
  );
}
