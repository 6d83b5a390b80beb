"use client";
import { Armchair, Play } from "lucide-react";
import { useNow } from "@/components/ui/use-now";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { minutesText } from "./day-rules";
import { patientLine } from "./visit-facts";
import { VisitSteps } from "./visit-steps";

type Props = { waiting: VisitCard[]; running: VisitCard[]; asOf: string; places: Record<string, string> };

const LONG_WAIT_MINUTES = 20;

/** Who is in the room, and who is waiting: for how long, the longest first. */
export function WaitingList({ waiting, running, asOf, places }: Props) {
  const now = useNow(asOf);
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {running.map((visit) => (
          <li key={visit.id} className="p-4">
            <p className="flex items-center gap-2 font-semibold">
              <Play aria-hidden className="size-4 shrink-0 text-accent" />
              <span className="min-w-0 flex-1">{patientLine(visit)}</span>
              <span className="text-sm font-normal text-quiet">in progress</span>
            </p>
            <div className="mt-2">
              <VisitSteps visit={visit} asOf={asOf} places={places} />
            </div>
          </li>
        ))}
        {waiting.map((visit) => {
          const minutes = (now - Date.parse(visit.checkedInAt ?? visit.start)) / 60_000;
          return (
            <li key={visit.id} className="p-4">
              <p className="flex items-center gap-2 font-semibold">
                <Armchair aria-hidden className="size-4 shrink-0 text-accent" />
                <span className="min-w-0 flex-1">{patientLine(visit)}</span>
                <span
                  className={cn(
                    "text-sm tabular",
                    minutes >= LONG_WAIT_MINUTES ? "text-wait" : "font-normal text-quiet",
                  )}
                >
                  {minutes < 1 ? "just arrived" : `waiting ${minutesText(minutes)}`}
                </span>
              </p>
              <div className="mt-2">
                <VisitSteps visit={visit} asOf={asOf} places={places} />
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
