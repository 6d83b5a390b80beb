import { Fragment } from "react";
import { lateText } from "@/lib/domain/disruptions/format";
import { LocalDateRange } from "@/components/ui/local-date-range";
import type { Absence } from "./absence-view";

/** "Mon, 30 Nov – Wed, 2 Dec, 09:00–12:00 each day". */
export function AbsenceDates({
  absence: { kind, closedOn, from, to, interval, lateMinutes },
}: {
  absence: Pick<Absence, "kind" | "closedOn" | "from" | "to" | "interval" | "lateMinutes">;
}) {
  if (kind === "HOLIDAY")
    return closedOn.map((date, nth) => (
      <Fragment key={date}>
        {nth > 0 ? ", " : null}
        <LocalDateRange from={date} to={date} />
      </Fragment>
    ));
  return (
    <>
      <LocalDateRange from={from} to={to} />
      {lateMinutes === null ? null : `, ${lateText(lateMinutes)}`}
      {interval ? `, ${interval.start}–${interval.end}${from === to ? "" : " each day"}` : null}
    </>
  );
}
