"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Link } from "@/components/ui/link";
import { shiftDate } from "@/lib/platform/time/local-date";
import { routes } from "@/lib/site/routes";

type Props = { date: string; today: string; /** The filters to keep. */ kept: Record<string, string | undefined> };

/** From one day of the desk to another; the day is in the address. */
export function DayNav({ date, today, kept }: Props) {
  const router = useRouter();
  const [isMoving, startMoving] = useTransition();
  const to = (day: string) => routes.hospital.appointments({ date: day === today ? undefined : day, ...kept });
  return (
    <div
      role="group"
      aria-label="Day"
      aria-busy={isMoving}
      className="mb-4 flex flex-wrap items-center gap-2 compact:mb-2 compact:flex-nowrap compact:[&_:is(a,button)]:h-8"
    >
      <Button asChild variant="secondary" className="size-10 px-0 pointer-coarse:size-11">
        <Link href={to(shiftDate(date, -1))} aria-label="The day before" title="The day before">
          <ChevronLeft aria-hidden />
        </Link>
      </Button>
      <DatePicker
        aria-label="Day"
        value={date}
        onValueChange={(day) => startMoving(() => router.push(to(day)))}
        className="w-auto min-w-0 flex-1 sm:max-w-72"
      />
      <Button asChild variant="secondary" className="size-10 px-0 pointer-coarse:size-11">
        <Link href={to(shiftDate(date, 1))} aria-label="The day after" title="The day after">
          <ChevronRight aria-hidden />
        </Link>
      </Button>
      {date === today ? null : (
        <Button asChild variant="quiet">
          <Link href={to(today)}>Today</Link>
        </Button>
      )}
    </div>
  );
}
