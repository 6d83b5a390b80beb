import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { PHASE_LABELS, PHASE_TONES } from "@/lib/domain/ward-closures/format";
import { plural } from "@/lib/platform/text/counted";
import { ClosureLink } from "./closure-link";
import type { Closure } from "./closure-view";

/** Closed wards and beds, the latest first: what, why, until when, and who still has to be moved. */
export function ClosureList({ closures }: { closures: Closure[] }) {
  return (
    <Card flush className="@container">
      <ul aria-label="Closed wards and beds" className="divide-y divide-line">
        {closures.map((closure) => (
          <li
            key={closure.id}
            className="grid gap-x-6 gap-y-2 p-4 @2xl:grid-cols-[minmax(0,1fr)_14rem_8rem] @2xl:items-center"
          >
            <ClosureLink closure={closure} />
            <p className="text-sm">{leftText(closure)}</p>
            <StatusBadge tone={PHASE_TONES[closure.phase]} label={PHASE_LABELS[closure.phase]} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function leftText({ phase, counts: { inBed, planned } }: Closure): string | null {
  if (phase === "OVER" || phase === "UNDONE") return null;
  const left = inBed + planned;
  return left === 0 ? "No one to move" : `${left} ${plural(left, "patient", "patients")} to move`;
}
