"use client";
import { CalendarX2 } from "lucide-react";
import { LocalTime } from "@/components/ui/local-time";
import type { NamedVisit } from "@/lib/domain/schedules/schema";
import { counted } from "@/lib/platform/text/counted";

/** "These 3 visits would fall outside": who and when, for the doctor's decision. */
export function DisplacedList({ visits, timeZone }: { visits: NamedVisit[]; timeZone: string }) {
  const fresh = visits.filter(({ isMarked }) => !isMarked);
  const marked = visits.length - fresh.length;
  return (
    <div className="grid gap-3">
      <p className="text-sm">
        {fresh.length === 0
          ? "No other appointments are affected."
          : `${fresh.length === 1 ? "This appointment" : `These ${fresh.length} appointments`} would fall outside. Nothing is cancelled: ${
              fresh.length === 1 ? "it stays and its patient is" : "they stay and their patients are"
            } asked to choose another time.`}
      </p>
      {fresh.length > 0 ? (
        <ul className="max-h-64 divide-y divide-line overflow-y-auto rounded-md border border-line">
          {fresh.map((visit) => (
            <li key={visit.id} className="flex items-start gap-3 px-3 py-2.5 text-sm">
              <CalendarX2 aria-hidden className="mt-0.5 size-4 shrink-0 text-wait" />
              <span className="min-w-0">
                <span className="block font-semibold">{visit.patientName}</span>
                <LocalTime instant={visit.start} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {marked > 0 ? (
        <p className="text-sm text-quiet">
          {counted(marked, "other appointment already needs", "other appointments already need")} a new time.
        </p>
      ) : null}
    </div>
  );
}
