import { StatusBadge } from "@/components/ui/status-badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { absenceName, STATUS_LABELS, STATUS_TONES } from "@/lib/domain/disruptions/format";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";
import { AbsenceDates } from "./absence-dates";
import type { Absence } from "./absence-view";

type Props = { absences: Absence[]; portal: "doctor" | "hospital" };

/** Absences, the latest first: who, when, and how many patients still need a time. */
export function AbsenceList({ absences, portal }: Props) {
  return (
    <Card flush className="@container">
      <ul aria-label="Absences" className="divide-y divide-line">
        {absences.map((absence) => (
          <li
            key={absence.id}
            className="grid gap-x-6 gap-y-2 p-4 @2xl:grid-cols-[minmax(0,1fr)_14rem_10rem] @2xl:items-center"
          >
            <div className="min-w-0">
              <Link
                href={routes[portal].absence(absence.id)}
                className="touch-target font-semibold break-words hover:underline"
              >
                {portal === "hospital" ? absenceName(absence) : <AbsenceDates absence={absence} />}
              </Link>
              <p className="text-sm break-words text-quiet">
                {portal === "hospital" ? <AbsenceDates absence={absence} /> : (absence.placeName ?? "Everywhere")}
              </p>
            </div>
            <p className="text-sm">{openText(absence)}</p>
            <StatusBadge tone={STATUS_TONES[absence.status]} label={STATUS_LABELS[absence.status]} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function openText({ counts, status, lateMinutes }: Absence): string {
  if (counts.visits === 0 || status === "UNDONE") return "No appointments affected";
  const open = counts.visits - counts.settled;
  if (status === "ENDED" || lateMinutes !== null || open === 0) return counted(counts.visits, "appointment");
  return `${open} of ${counted(counts.visits, "appointment")} without a new time`;
}
