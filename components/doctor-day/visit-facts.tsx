import { MapPin, Video } from "lucide-react";
import { StatusBadge } from "@/components/ui/status-badge";
import { MODE_LABELS, stateLabel, STATUS_TONES } from "@/lib/domain/appointments/format";
import type { VisitCard } from "@/lib/domain/appointments/output";

/** A visit's status; one outside the hours says so too. */
export function VisitState({
  visit,
}: {
  visit: Pick<VisitCard, "status" | "needsRebooking" | "attendanceConfirmedAt">;
}) {
  return (
    <span className="flex flex-wrap gap-1.5">
      <StatusBadge tone={STATUS_TONES[visit.status]} label={stateLabel(visit)} />
      {visit.needsRebooking && (visit.status === "CONFIRMED" || visit.status === "PENDING") ? (
        <StatusBadge tone="wait" label="Needs a new time" />
      ) : null}
    </span>
  );
}

/** Reason and place, in one quiet line. */
export function VisitFacts({ visit, hasPlaces }: { visit: VisitCard; hasPlaces: boolean }) {
  const isVideo = visit.mode === "VIDEO";
  const what = [visit.service, visit.reason].filter(Boolean).join(" · ");
  return (
    <p className="text-sm text-quiet">
      {what ? <span className="break-words">{what}</span> : null}
      {what && (hasPlaces || isVideo) ? " · " : null}
      {isVideo ? (
        <span className="inline-block">
          <Video aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />
          {MODE_LABELS.VIDEO}
        </span>
      ) : hasPlaces ? (
        <span className="inline-block">
          <MapPin aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />
          {visit.place.name}
        </span>
      ) : null}
    </p>
  );
}

/** "Asha Abelard, 34" */
export function patientLine({ patient }: Pick<VisitCard, "patient">): string {
  return patient.age === null ? patient.name : `${patient.name}, ${patient.age}`;
}
