"use client";
import { Armchair } from "lucide-react";
import { useNow } from "@/components/ui/use-now";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { LocalTime } from "@/components/ui/local-time";
import type { DeskCard } from "./desk-card";
import { DeskSteps } from "./desk-steps";
import { PatientLink } from "./patient-link";
import { LONG_WAIT_MINUTES, waitedMinutes, waitText } from "./wait-text";

type Props = { waiting: DeskCard[]; asOf: string };

/** The patients in the waiting room, each with their doctor and their wait so far; the longest first. */
export function WaitingRoom({ waiting, asOf }: Props) {
  const now = useNow(asOf);
  if (waiting.length === 0) {
    return (
      <Card className="flex items-center gap-3 text-quiet">
        <Armchair aria-hidden className="size-5 shrink-0" />
        <p className="text-sm">No one is waiting. Patients appear here when they are checked in.</p>
      </Card>
    );
  }
  return (
    <Card flush>
      <ul aria-label="Waiting now" className="divide-y divide-line">
        {waiting.map((visit) => {
          const minutes = waitedMinutes(visit.checkedInAt ?? visit.start, now);
          return (
            <li key={visit.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
              <div className="min-w-0 flex-[1_1_11rem]">
                <p>
                  <PatientLink visit={visit} />
                </p>
                <p className="text-sm text-quiet">
                  {visit.doctor.name} at <LocalTime instant={visit.start} style="time" />
                </p>
              </div>
              <div className="ml-auto flex items-center gap-3">
                <p
                  className={cn(
                    "text-sm tabular",
                    minutes >= LONG_WAIT_MINUTES ? "font-semibold text-wait" : "text-quiet",
                  )}
                >
                  {waitText(minutes)}
                </p>
                <DeskSteps visit={visit} asOf={asOf} />
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** The longest current wait, updated while the page is open. */
export function LongestWait({ since, asOf }: { since: string; asOf: string }) {
  const minutes = waitedMinutes(since, useNow(asOf));
  return <span className={minutes >= LONG_WAIT_MINUTES ? "text-wait" : undefined}>the first {waitText(minutes)}</span>;
}
