"use client";
import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import type { VisitCard } from "@/lib/domain/appointments/format";
import { patientLine, VisitFacts } from "./visit-facts";
import { VisitSteps } from "./visit-steps";

type Props = { visits: VisitCard[]; asOf: string; places: Record<string, string> };

/** Visits of any day that ask for something: when, who, what for, and the steps. */
export function VisitList({ visits, asOf, places }: Props) {
  const hasPlaces = Object.keys(places).length > 1;
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {visits.map((visit) => (
          <li key={visit.id} className="p-4" data-visit={visit.id}>
            <p className="text-sm font-semibold">
              <LocalTime instant={visit.start} timeZone={visit.place.timeZone} />
            </p>
            <p>
              <Link href={`/doctor/visits/${visit.id}` as Route} className="hover:underline">
                {patientLine(visit)}
              </Link>
            </p>
            <VisitFacts visit={visit} hasPlaces={hasPlaces} />
            <div className="mt-2.5">
              <VisitSteps visit={visit} asOf={asOf} places={places} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
