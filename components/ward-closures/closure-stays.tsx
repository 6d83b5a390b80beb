import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { REACH_LABELS } from "@/lib/domain/disruptions/format";
import { routes } from "@/lib/site/routes";
import type { ClosureStay } from "./closure-view";

/** Who still has a closed bed: the way to move each of them. */
export function ClosureStays({ stays }: { stays: ClosureStay[] }) {
  return (
    <Card flush className="@container">
      <ul aria-label="Patients to move" className="divide-y divide-line">
        {stays.map((stay) => (
          <li
            key={stay.bookingId}
            className="grid gap-x-6 gap-y-2 p-4 @2xl:grid-cols-[minmax(0,1fr)_12rem_auto] @2xl:items-center"
          >
            <div className="min-w-0">
              <p className="font-semibold break-words">{stay.patientName}</p>
              <p className="text-sm">
                {stay.bed}, {stay.status === "ADMITTED" ? "in since " : "from "}
                <LocalTime instant={stay.from} />
              </p>
            </div>
            <p className="text-sm text-quiet">
              {stay.status === "ADMITTED" ? "Stays until moved" : stay.by ? REACH_LABELS[stay.by] : "Not told yet"}
            </p>
            <Button asChild variant="secondary" size="sm" className="w-fit">
              <Link href={routes.hospital.stay(stay.bookingId)}>
                {stay.status === "ADMITTED" ? "Transfer" : "Give another bed"}
                <span className="sr-only">: {stay.patientName}</span>
              </Link>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
