import { Link } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { LISTED_STATUSES, STATUS_LABELS, STATUS_TONES } from "@/lib/domain/appointments/format";
import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import { routes } from "@/lib/site/routes";

/** The day's appointments by status; each links to its part of the list. */
export function StatusLinks({ counts }: { counts: Record<AppointmentStatus, number> }) {
  // An expired request asks for nothing today.
  const shown = LISTED_STATUSES.filter((status) => status !== "EXPIRED" && counts[status] > 0);
  if (shown.length === 0) return null;
  return (
    <nav aria-label="Today's appointments by state">
      <ul className="flex flex-wrap gap-2">
        {shown.map((status) => (
          <li key={status}>
            <Link
              href={routes.hospital.appointments({ status })}
              className="touch-target inline-block rounded-full hover:brightness-95 dark:hover:brightness-110"
            >
              <StatusBadge
                tone={STATUS_TONES[status]}
                label={`${counts[status]} ${STATUS_LABELS[status].toLowerCase()}`}
              />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
