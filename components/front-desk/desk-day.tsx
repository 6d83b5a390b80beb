"use client";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { formatDate } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { isOver, type DeskCard } from "./desk-card";
import { DeskRow } from "./desk-row";

type Props = {
  visits: DeskCard[];
  asOf: string;
  /** Grouped by day; a list of one day needs no groups. */
  withDays: boolean;
  /** Past visits at the start of the list are folded, so that it starts at the current time. */
  foldOver?: boolean;
};

/** The desk's list, in order of time. */
export function DeskDay({ visits, asOf, withDays, foldOver = false }: Props) {
  const { clock, locale } = useReader();
  if (!withDays) return <Rows label="Appointments" visits={visits} asOf={asOf} foldOver={foldOver} />;
  const days = new Map<string, DeskCard[]>();
  for (const visit of visits) {
    const date = todayIn(clock, Date.parse(visit.start));
    days.set(date, [...(days.get(date) ?? []), visit]);
  }
  return (
    <div className="grid gap-6 compact:gap-1">
      {[...days].map(([date, ofDay]) => {
        const name = formatDate(date, "long-date", locale);
        return (
          <section key={date} aria-label={name}>
            <LocaleText as="h2" className="mb-2 text-sm font-semibold text-quiet compact:mb-0.5 compact:text-xs">
              {name}
            </LocaleText>
            <Rows label={name} visits={ofDay} asOf={asOf} />
          </section>
        );
      })}
    </div>
  );
}

/**
 * Columns of all rows together. By the list's own width, because beside the rail there is less room than the window
 * suggests.
 */
const COLUMNS =
  "@2xl:grid @2xl:grid-cols-[max-content_minmax(0,1.3fr)_minmax(0,1fr)_max-content] @5xl:grid-cols-[max-content_minmax(0,1.3fr)_minmax(0,1fr)_max-content_max-content] compact:grid-cols-[max-content_minmax(0,auto)_minmax(0,auto)_max-content_max-content] compact:gap-x-2 compact:@5xl:gap-x-4";

type RowsProps = { label: string; visits: DeskCard[]; asOf: string; foldOver?: boolean };

function Rows({ label, visits, asOf, foldOver = false }: RowsProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  const firstOpen = visits.findIndex((visit) => !isOver(visit));
  const over = foldOver ? (firstOpen === -1 ? 0 : firstOpen) : 0;
  return (
    <div className="@container">
      <ul
        aria-label={label}
        className={cn(
          "divide-y divide-line rounded-lg border border-line bg-surface print:block print:rounded-none print:border-x-0",
          COLUMNS,
        )}
      >
        {over > 2 ? (
          <li data-print="hide" className="p-2 @2xl:col-span-full compact:p-0 compact:[&_button]:h-6">
            <Button variant="quiet" size="sm" block aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
              {isUnfolded ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
              {isUnfolded ? "Hide earlier appointments" : `${over} earlier appointments`}
            </Button>
          </li>
        ) : null}
        {visits.map((visit, index) => (
          <DeskRow key={visit.id} visit={visit} asOf={asOf} isFolded={over > 2 && index < over && !isUnfolded} />
        ))}
      </ul>
    </div>
  );
}
