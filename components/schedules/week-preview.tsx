"use client";
import { useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import { formatDate } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { countSlotsAction } from "@/lib/domain/schedules/actions";
import { aroundWeek } from "@/lib/domain/schedules/format";
import type { ScheduleDraft, SlotCount } from "@/lib/domain/schedules/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

const PAUSE_MS = 600;

/** How many times these hours would leave available on each of the next seven days. Empty while they are invalid. */
export function WeekPreview({ input }: { input: ScheduleDraft }) {
  const { locale } = useReader();
  const [counts, setCounts] = useState<{ of: string; days: SlotCount[] | null }>();
  const of = JSON.stringify(input);
  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(() => {
      void tryAction(() => countSlotsAction(aroundWeek(JSON.parse(of) as ScheduleDraft, new Date()))).then((result) => {
        if (!isGone) setCounts({ of, days: result.ok ? result.data : null });
      });
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [of]);
  const isOld = counts?.of !== of;
  const days = counts?.days ?? null;
  return (
    <div aria-busy={isOld}>
      <p className="mb-2 text-sm font-semibold">Available times in the next seven days, with these hours</p>
      {counts && days === null ? (
        <p className="text-sm text-quiet">They appear once the hours are complete.</p>
      ) : (
        <ul className={cn("grid grid-cols-7 gap-1", isOld && "opacity-60")}>
          {(days ?? Array.from({ length: 7 }, (_, index) => ({ date: `${index}`, count: null }))).map(
            ({ date, count }) => (
              <li key={date} className="grid justify-items-center rounded-md border border-line py-1.5 text-center">
                <span className="text-xs text-quiet">
                  {count === null ? "–" : formatDate(date, "date", locale).slice(0, 3)}
                </span>
                <span className={cn("text-sm font-semibold tabular", count ? "text-accent" : "text-quiet")}>
                  {count ?? "–"}
                </span>
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  );
}
