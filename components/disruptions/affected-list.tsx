import { PhoneLink } from "@/components/contacts/phone-link";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { REACH_LABELS, STAND_LABELS, STAND_TONES } from "@/lib/domain/disruptions/format";
import type { AffectedVisit } from "./absence-view";

type Props = {
  visits: AffectedVisit[];
  /** Whether they are with several doctors, and so name theirs. */
  ofSeveral: boolean;
};

/** The affected appointments: the patient, the old and the new time, and how the patient was told. */
export function AffectedList({ visits, ofSeveral }: Props) {
  return (
    <Card flush className="@container">
      <ul aria-label="Appointments affected" className="divide-y divide-line">
        {visits.map((visit) => (
          <li
            key={visit.id}
            className="grid gap-x-6 gap-y-2 p-4 @2xl:grid-cols-[minmax(0,1fr)_12rem_11rem] @2xl:items-center"
          >
            <div className="min-w-0">
              {visit.href ? (
                <Link href={visit.href} className="touch-target font-semibold break-words hover:underline">
                  {visit.patientName}
                </Link>
              ) : (
                <p className="font-semibold break-words">{visit.patientName}</p>
              )}
              <p className="text-sm">
                <Times visit={visit} />
              </p>
              {ofSeveral ? <p className="text-sm break-words text-quiet">{visit.doctorName}</p> : null}
            </div>
            <p className="text-sm text-quiet">
              {visit.by ? REACH_LABELS[visit.by] : null}
              {visit.by === "PHONE" && visit.phone && visit.stand === "NEEDS_TIME" ? (
                <span className="block">
                  <PhoneLink phone={visit.phone} who={visit.patientName} />
                </span>
              ) : null}
            </p>
            <StatusBadge tone={STAND_TONES[visit.stand]} label={STAND_LABELS[visit.stand]} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Times({ visit: { was, start, stand, timeZone } }: { visit: AffectedVisit }) {
  const before = <LocalTime instant={was} timeZone={timeZone} style="datetime" />;
  if (stand !== "MOVED" && stand !== "CHOSEN") return before;
  return (
    <>
      <s className="text-quiet">{before}</s> <span className="sr-only">now</span>{" "}
      <LocalTime instant={start} timeZone={timeZone} style="datetime" />
    </>
  );
}
