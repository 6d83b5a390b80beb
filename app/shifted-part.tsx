import { ShiftedList } from "@/components/appointments/shifted-list";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { shiftedTitle } from "@/lib/domain/appointments/format";
import { toShiftedCard } from "@/lib/domain/appointments/output-shift";
import type { ShiftedVisit } from "@/lib/domain/appointments/load-shifted";
import { routes } from "@/lib/site/routes";

type Props = { visits: ShiftedVisit[]; count: number; now: Date; portal: "hospital" | "doctor" };

/** The first visits that have shifted by the clock, on the day's page; nothing when all are as promised. */
export function ShiftedPart({ visits, count, now, portal }: Props) {
  if (visits.length === 0) return null;
  return (
    <Section title={shiftedTitle(count)} text={SHIFTED_TEXT}>
      <ShiftedList visits={visits.map((visit) => toShiftedCard(visit, now))} portal={portal} />
      {count > visits.length ? (
        <p className="mt-3 text-sm">
          <Link href={routes[portal].shifted()} className="touch-target font-medium text-accent hover:underline">
            Show all
          </Link>
        </p>
      ) : null}
    </Section>
  );
}

export const SHIFTED_TEXT = "Time zone rules changed after these were booked. Patients still expect the original time.";
