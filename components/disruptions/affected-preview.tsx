"use client";
import { LocalTime } from "@/components/ui/local-time";
import { reachText, REACH_LABELS } from "@/lib/domain/disruptions/format";
import { AffectedPatients } from "./affected-patients";
import type { AffectedPreview } from "./use-announcing";

type Props = { preview: AffectedPreview; consequence: string };

/** Who has an appointment then, and how each would be told. */
export function AffectedPreviewList({ preview: { counts, visits }, consequence }: Props) {
  const affected = visits.map(({ appointmentId, patientName, start, timeZone, by }) => ({
    id: appointmentId,
    name: patientName,
    details: <LocalTime instant={start} timeZone={timeZone} />,
    how: REACH_LABELS[by],
  }));
  return (
    <div className="grid gap-3">
      <p className="text-sm">
        {reachText(counts)}
        {visits.length > 0 ? ` ${consequence}` : null}
      </p>
      <AffectedPatients affected={affected}>
        {counts.visits > visits.length ? (
          <p className="border-t border-line px-3 py-2.5 text-sm text-quiet">
            and {counts.visits - visits.length} more
          </p>
        ) : null}
      </AffectedPatients>
    </div>
  );
}
