import { LocalTime } from "@/components/ui/local-time";
import { STATUS_LABELS, stampsOf, type CallCard } from "@/lib/domain/ambulances/format";

/** When each step so far was taken. */
export function CallStamps({ call }: { call: CallCard }) {
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-xs text-quiet">
      {stampsOf(call).map(({ status, at }) => (
        <div key={status} className="contents">
          <dt>{status === "REQUESTED" ? "Called" : STATUS_LABELS[status]}</dt>
          <dd>
            <LocalTime instant={at} style="time" otherTime={false} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
