"use client";
import { FormMessage } from "@/components/ui/form-message";
import { LocalTime } from "@/components/ui/local-time";
import { useClock } from "@/components/ui/reader";
import { todayIn } from "@/lib/platform/time/wall-clock";

/** An upcoming visit with the doctor being booked. */
export type OwnVisit = { patientId: string; start: string };

type Props = {
  visits: OwnVisit[];
  start: string;
  /** Its zone determines the day. */ doctor: { name: string; timeZone: string };
};

/** Only warns before someone books a doctor twice on one day. */
export function SameDayNote({ visits, start, doctor: { name, timeZone } }: Props) {
  const clock = useClock(timeZone);
  const dayOf = (instant: string) => todayIn(clock, Date.parse(instant));
  const sameDay = visits.filter((visit) => dayOf(visit.start) === dayOf(start));
  if (sameDay.length === 0) return null;
  return (
    <FormMessage
      tone="wait"
      title={
        sameDay.length === 1
          ? "There's already an appointment on this day"
          : `There are already ${sameDay.length} appointments on this day`
      }
    >
      With {name} at{" "}
      {sameDay.map((visit, index) => (
        <span key={visit.start}>
          {index === 0 ? "" : index === sameDay.length - 1 ? " and " : ", "}
          <LocalTime instant={visit.start} timeZone={timeZone} style="time" className="font-semibold" />
        </span>
      ))}
      . You can still book this one too.
    </FormMessage>
  );
}
