"use client";
import { AffectedPatients } from "@/components/disruptions/affected-patients";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { REACH_LABELS } from "@/lib/domain/disruptions/format";
import { affectedText } from "@/lib/domain/ward-closures/format";
import type { ClosingPreview } from "./use-closing";

type Props = { preview: ClosingPreview; isBusy: boolean; onMore: (cursor: string) => void };

/** Who has one of the beds, and how those with a reservation would be told. */
export function ClosingPreviewList({ preview: { counts, items, nextCursor }, isBusy, onMore }: Props) {
  const affected = items.map(({ bookingId, patientName, bed, status, from, by }) => ({
    id: bookingId,
    name: patientName,
    details:
      status === "RESERVED" ? (
        <>
          {bed}, from <LocalTime instant={from} />
        </>
      ) : (
        bed
      ),
    how: status === "ADMITTED" ? "Stays until moved" : by ? REACH_LABELS[by] : null,
  }));
  return (
    <div className="grid gap-3">
      <p className="text-sm">{affectedText(counts)}</p>
      <AffectedPatients affected={affected}>
        {nextCursor ? (
          <Button variant="quiet" size="sm" className="m-2" pending={isBusy} onClick={() => onMore(nextCursor)}>
            Show more
          </Button>
        ) : null}
      </AffectedPatients>
    </div>
  );
}
