"use client";
import { CalendarDays } from "lucide-react";
import type { Route } from "next";
import { BlockHoursButton } from "@/components/schedules/block-hours-button";
import type { BlockablePlace } from "@/components/schedules/block-hours-dialog";
import { Button } from "@/components/ui/button";
import { formatInstant, placeOf } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { LiveRegion } from "@/components/ui/live-region";
import { PageHeader } from "@/components/ui/page-header";
import { useReader } from "@/components/ui/reader";
import { useNow } from "@/components/appointments/use-now";
import type { VisitCard } from "@/lib/domain/appointments/format";
import { dayTitle, type DayCounts } from "./day-rules";

type Props = { counts: DayCounts; visits: VisitCard[]; timeZone: string; asOf: string; places: BlockablePlace[] };

/** What is true of the day, in its title; it changes as patients arrive and the clock moves on. */
export function TodayHeader({ counts, visits, timeZone, asOf, places }: Props) {
  const reader = useReader();
  const now = useNow(asOf);
  const title = dayTitle(counts, visits, now, { locale: reader.locale, timeZone });
  const day = formatInstant(asOf, "long-date", { locale: reader.locale, timeZone });
  return (
    <>
      <PageHeader
        eyebrow={timeZone === reader.timeZone ? day : `${day} · times in ${placeOf(timeZone)}`}
        title={title}
        actions={
          <>
            <BlockHoursButton places={places} asOf={asOf} />
            <Button asChild variant="secondary">
              <Link href={"/doctor/calendar" as Route}>
                <CalendarDays aria-hidden /> Calendar
              </Link>
            </Button>
          </>
        }
      />
      <LiveRegion>{title}</LiveRegion>
    </>
  );
}
