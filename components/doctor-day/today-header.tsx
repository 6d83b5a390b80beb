"use client";
import { CalendarDays, Timer } from "lucide-react";
import { BlockHoursButton } from "@/components/schedules/block-hours-button";
import type { BlockablePlace } from "@/components/schedules/block-hours-dialog";
import { Button } from "@/components/ui/button";
import { formatInstant, placeOf, sameWallClock } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { LiveRegion } from "@/components/ui/live-region";
import { PageHeader } from "@/components/ui/page-header";
import { useClock, useReader } from "@/components/ui/reader";
import { useNow } from "@/components/ui/use-now";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { routes } from "@/lib/site/routes";
import { dayTitle, type DayCounts } from "./day-rules";

type Props = { counts: DayCounts; visits: VisitCard[]; timeZone: string; asOf: string; places: BlockablePlace[] };

/** The day's title; it changes as patients arrive and time passes. */
export function TodayHeader({ counts, visits, timeZone, asOf, places }: Props) {
  const reader = useReader();
  const now = useNow(asOf);
  const clock = useClock(timeZone);
  const title = dayTitle(counts, visits, now, { locale: reader.locale, clock });
  const day = formatInstant(asOf, "long-date", { locale: reader.locale, clock });
  return (
    <>
      <PageHeader
        eyebrow={sameWallClock(asOf, clock, reader.clock) ? day : `${day} · times in ${placeOf(timeZone)}`}
        title={title}
        actions={
          <>
            <BlockHoursButton places={places} asOf={asOf} />
            <Button asChild variant="secondary">
              <Link href={routes.doctor.absences()}>
                <Timer aria-hidden /> Late or away
              </Link>
            </Button>
            <Button asChild variant="secondary">
              <Link href={routes.doctor.calendar()}>
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
