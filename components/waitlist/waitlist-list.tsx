import { Card } from "@/components/ui/card";
import { LocalDateRange } from "@/components/ui/local-date-range";
import { LocalTime } from "@/components/ui/local-time";
import { targetText, wishText } from "@/lib/domain/waitlist/format";
import type { WaitlistCard } from "@/lib/domain/waitlist/output";
import { LeaveWaitlist } from "./leave-waitlist";
import { WaitlistBadge } from "./waitlist-badge";

type Props = { label: string; entries: readonly WaitlistCard[]; withPatient: boolean };

/** What someone waits or waited for: dates, days and hours, the state, and the way out. */
export function WaitlistList({ label, entries, withPatient }: Props) {
  return (
    <Card flush>
      <ul aria-label={label} className="divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.id} className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
            <div className="min-w-0 flex-[1_1_14rem]">
              <p className="font-semibold wrap-anywhere">
                {targetText(entry)}
                {withPatient ? <span className="font-normal text-quiet"> · for {entry.patient.name}</span> : null}
              </p>
              <p className="text-sm text-quiet">
                <LocalDateRange from={entry.from} to={entry.to} /> · {wishText(entry)}
              </p>
              {entry.replaces ? (
                <p className="text-sm text-quiet">
                  Instead of <LocalTime instant={entry.replaces.start} timeZone={entry.replaces.timeZone} />
                </p>
              ) : null}
            </div>
            <WaitlistBadge status={entry.status} />
            {entry.endedAt === null ? <LeaveWaitlist id={entry.id} target={targetText(entry)} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
