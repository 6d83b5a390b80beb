import { LocalTime } from "@/components/ui/local-time";
import { STATUS_LABELS, stampsOf } from "@/lib/domain/ambulances/format";
import type { CallCard } from "@/lib/domain/ambulances/output";
import type { AmbulanceBookingStatus } from "@/lib/domain/ambulances/status";

/** When each step so far was taken. */
export function CallStamps({
  call,
}: {
  call: CallCard & { stepActors?: Partial<Record<AmbulanceBookingStatus, string>> | undefined };
}) {
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-xs text-quiet">
      {stampsOf(call).map(({ status, at }) => (
        <div key={status} className="contents">
          <dt>
            {status === "REQUESTED" ? "Called" : STATUS_LABELS[status]}
            {call.stepActors?.[status] ? <span className="block wrap-anywhere">{call.stepActors[status]}</span> : null}
          </dt>
          <dd>
            <LocalTime instant={at} style="time" otherTime={false} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
