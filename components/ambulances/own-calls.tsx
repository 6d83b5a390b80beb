import { Ambulance } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { CALLER_LABELS, STATUS_TONES } from "@/lib/domain/ambulances/format";
import type { AmbulanceBookingStatus } from "@/lib/domain/ambulances/status";
import { routes } from "@/lib/site/routes";

export type OwnCall = {
  id: string;
  status: AmbulanceBookingStatus;
  createdAt: string;
  hospitalName: string | null;
  timeZone: string | null;
  patientName: string | null;
};

/** The user's ambulance calls, newest first, each with its status. */
export function OwnCalls({ calls, withPatient }: { calls: OwnCall[]; withPatient: boolean }) {
  if (calls.length === 0) {
    return (
      <EmptyState
        level={3}
        icon={<Ambulance />}
        title="No ambulance requests"
        text="When you request one, you can follow it here: whether it is coming, when, and the crew's phone number."
      />
    );
  }
  return (
    <Card flush>
      <ul aria-label="Ambulances" className="divide-y divide-line">
        {calls.map(({ id, status, createdAt, hospitalName, timeZone, patientName }) => (
          <li
            key={id}
            className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-4 hover:bg-sunken/50"
          >
            <div className="min-w-0">
              <p>
                <Link href={routes.patient.ambulance(id)} className="font-semibold after:absolute after:inset-0">
                  <LocalTime instant={createdAt} timeZone={timeZone ?? undefined} />
                </Link>
              </p>
              <p className="text-sm text-quiet">
                {[withPatient ? patientName : null, hospitalName].filter(Boolean).join(" · ") ||
                  "No hospital has answered"}
              </p>
            </div>
            <StatusBadge tone={STATUS_TONES[status]} label={CALLER_LABELS[status]} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
