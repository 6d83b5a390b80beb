"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { FilterLinks } from "@/components/ui/filter-links";
import type { Report } from "@/lib/domain/analytics/schema-report";
import { daysBetween, shiftDate } from "@/lib/platform/time/local-date";
import { reportPage, type ReportPortal } from "./report-page";

const PRESETS = [
  { days: 7, label: "7 days" },
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "A year" },
];

type Props = { portal: ReportPortal; report: Pick<Report, "from" | "to" | "today"> };

/** Which days are counted: a few usual stretches, or any. The choice is in the address. */
export function ReportRange({ portal, report: { from, to, today } }: Props) {
  const router = useRouter();
  const [isMoving, startMoving] = useTransition();
  const [first, setFirst] = useState(from);
  const [last, setLast] = useState(to);
  const isUsual = (days: number) => to === today && daysBetween(from, to) === days - 1;
  const show = () => startMoving(() => router.push(reportPage(portal)({ from: first, to: last }), { scroll: false }));
  return (
    <div data-print="hide" className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 [&_nav]:mb-0">
      <FilterLinks
        label="Period"
        links={PRESETS.map(({ days, label }) => ({
          label,
          href: reportPage(portal)({ from: shiftDate(today, 1 - days), to: today }),
          isCurrent: isUsual(days),
        }))}
      />
      <form
        aria-busy={isMoving}
        className="flex w-full flex-wrap items-end gap-3 sm:w-auto"
        onSubmit={(event) => {
          event.preventDefault();
          show();
        }}
      >
        <Field label="First day" className="min-w-36 flex-1">
          <DatePicker value={first} onValueChange={setFirst} today={today} />
        </Field>
        <Field label="Last day" className="min-w-36 flex-1">
          <DatePicker value={last} onValueChange={setLast} min={first} today={today} />
        </Field>
        <Button type="submit" variant="secondary">
          Show
        </Button>
      </form>
    </div>
  );
}
