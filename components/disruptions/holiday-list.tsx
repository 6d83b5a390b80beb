import { Card } from "@/components/ui/card";
import { LocalDateRange } from "@/components/ui/local-date-range";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Holidays } from "@/lib/domain/disruptions/schema-closures";

type Props = Pick<Holidays, "holidays"> & {
  /** At the hospital. */
  today: string;
};

/** A year's public holidays, and on which of them the hospital is closed. */
export function HolidayList({ holidays, today }: Props) {
  return (
    <Card flush>
      <ul aria-label="Public holidays" className="divide-y divide-line">
        {holidays.map(({ date, name, isClosed }) => (
          <li key={date} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4">
            <div className="min-w-0">
              <p className="font-semibold break-words">{name}</p>
              <p className="text-sm text-quiet">
                <LocalDateRange from={date} to={date} />
              </p>
            </div>
            <StatusBadge
              tone={isClosed ? "accent" : "neutral"}
              label={isClosed ? "Closed" : date < today ? "Past" : "Open"}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
