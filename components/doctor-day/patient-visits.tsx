import { CalendarDays } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { routes } from "@/lib/site/routes";
import { VisitState } from "./visit-facts";

/** A patient's visits with this doctor, the latest first. */
export function PatientVisits({ visits }: { visits: VisitCard[] }) {
  if (visits.length === 0) return <EmptyState level={3} icon={<CalendarDays />} title="No earlier visits" />;
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {visits.map((visit) => (
          <li key={visit.id}>
            <Link
              href={routes.doctor.visit(visit.id)}
              className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-sunken"
            >
              <span className="min-w-0">
                <span className="block font-medium">
                  <LocalTime
                    instant={visit.start}
                    timeZone={visit.place.timeZone}
                    readerFirst={visit.mode === "VIDEO"}
                  />
                </span>
                <span className="block text-sm text-quiet">
                  {[visit.service, visit.reason].filter(Boolean).join(" · ") || "No reason given"}
                </span>
              </span>
              <VisitState visit={visit} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
