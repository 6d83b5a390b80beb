import { LocalDate } from "@/components/ui/local-date";
import { LocalTime } from "@/components/ui/local-time";
import { STATUS_LABELS as VISIT_LABELS } from "@/lib/domain/appointments/format";
import { STATUS_LABELS as STAY_LABELS } from "@/lib/domain/beds/format";
import type { Hit } from "@/lib/domain/lookup/schema";

/** What tells a result from others of the same name. */
export function HitHint({ hit }: { hit: Hit }) {
  if (hit.kind === "patient")
    return (
      <>
        {hit.more}
        {hit.more && hit.bornOn ? " · " : null}
        {hit.bornOn ? (
          <>
            born <LocalDate date={hit.bornOn} />
          </>
        ) : null}
      </>
    );
  if (hit.kind !== "visit")
    return <>{[hit.more, hit.kind === "stay" ? STAY_LABELS[hit.status] : null].filter(Boolean).join(" · ")}</>;
  return (
    <>
      <LocalTime instant={hit.at} timeZone={hit.timeZone} style="dated-time" otherTime={false} /> ·{" "}
      {[hit.more, VISIT_LABELS[hit.status]].filter(Boolean).join(" · ")}
    </>
  );
}
