"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { routes } from "@/lib/site/routes";
import { patientLine, VisitFacts } from "./visit-facts";
import { VisitSteps } from "./visit-steps";

type Props = { visits: VisitCard[]; asOf: string; places: Record<string, string> };

const FIRST = 5;

/**
 * Visits of any day that need action: when, who, what for, and the steps. The soonest first and whatever arrived since
 * the page was opened, the rest on demand.
 */
export function VisitList({ visits, asOf, places }: Props) {
  const hasPlaces = Object.keys(places).length > 1;
  const [isWhole, setWhole] = useState(false);
  const [found] = useState(() => new Set(visits.map(({ id }) => id)));
  const shown = isWhole ? visits : visits.filter(({ id }, index) => index < FIRST || !found.has(id));
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {shown.map((visit) => (
          <li key={visit.id} className="p-4" data-visit={visit.id}>
            <p className="text-sm font-semibold">
              <LocalTime instant={visit.start} timeZone={visit.place.timeZone} readerFirst={visit.mode === "VIDEO"} />
            </p>
            <p>
              <Link href={routes.doctor.visit(visit.id)} className="hover:underline">
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
      {shown.length < visits.length ? (
        <div className="border-t border-line p-2">
          <Button variant="quiet" size="sm" block onClick={() => setWhole(true)}>
            Show all {visits.length}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
