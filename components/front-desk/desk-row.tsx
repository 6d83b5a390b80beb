"use client";
import { UnreadMark } from "@/components/conversations/message-marks";
import { useNow } from "@/components/ui/use-now";
import { cn } from "@/components/ui/cn";
import { formatInstant } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { useReader } from "@/components/ui/reader";
import { routes } from "@/lib/site/routes";
import { isOver, patientLine, visitLine, type DeskCard } from "./desk-card";
import { DeskState } from "./desk-state";
import { DeskSteps } from "./desk-steps";
import { LONG_WAIT_MINUTES, waitedMinutes, waitText } from "./wait-text";

/** Where the status is under the name, the other cells span both lines. */
const TALL = "@2xl:@max-5xl:row-span-2 compact:row-span-1";
/** A row of one line: what does not fit ends in an ellipsis, and less is shown where there is less room. */
const LINE =
  "compact:flex compact:items-baseline compact:gap-2 compact:text-sm compact:@max-5xl:text-[0.8125rem] compact:*:min-w-0 compact:*:truncate compact:[&>:first-child]:max-w-full compact:[&>:first-child]:shrink-0";

/** One appointment of the list: time, patient, doctor, status and actions. */
export function DeskRow({ visit, asOf, isFolded = false }: { visit: DeskCard; asOf: string; isFolded?: boolean }) {
  return (
    <li
      data-visit={visit.id}
      className={cn(
        "grid grid-cols-[5rem_minmax(0,1fr)] gap-x-4 gap-y-2 p-4 @2xl:col-span-full @2xl:grid-cols-subgrid @2xl:items-center @2xl:gap-y-1 @2xl:px-4 @2xl:py-1.5 compact:gap-x-2 compact:gap-y-0 compact:px-3 compact:py-0 compact:@5xl:gap-x-4",
        isFolded && "hidden print:grid",
        // On paper a visit takes one line where it fits: a whole day on two pages.
        "print:grid-cols-[5.5rem_1.4fr_1.4fr_9.5rem] print:items-start print:gap-x-3 print:px-0 print:py-[2pt] print:text-[8.5pt] print:leading-snug print:[&_p]:inline print:[&_p]:text-[8.5pt]",
      )}
    >
      <TimeCell visit={visit} />
      <PatientCell visit={visit} />
      <DoctorCell visit={visit} />
      <div className="col-start-2 flex min-w-0 flex-wrap items-center justify-between gap-x-4 gap-y-2 @2xl:contents print:contents">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 @2xl:@max-5xl:col-start-2 @2xl:@max-5xl:row-start-2 @5xl:block compact:col-start-4 compact:row-start-1 compact:flex compact:flex-nowrap">
          {/* The waiting time says so too. */}
          <div className={cn("contents", visit.status === "CHECKED_IN" && "compact:@max-5xl:hidden")}>
            <DeskState visit={visit} />
          </div>
          {visit.status === "CHECKED_IN" ? <Waits since={visit.checkedInAt ?? visit.start} asOf={asOf} /> : null}
        </div>
        <div
          data-print="hide"
          className={cn(
            "min-w-0 empty:hidden @2xl:col-start-4 @2xl:row-start-1 @2xl:justify-self-end @5xl:col-start-5 compact:col-start-5 compact:[&_:is(a,button)]:h-6 compact:[&_:is(a,button)]:min-w-6 compact:[&_:is(a,button)]:px-2 compact:[&_:is(a,button)]:text-xs compact:[&_div]:flex-nowrap compact:[&_div]:gap-1",
            TALL,
          )}
        >
          <DeskSteps visit={visit} asOf={asOf} />
        </div>
      </div>
    </li>
  );
}

function TimeCell({ visit }: { visit: DeskCard }) {
  const reader = useReader();
  const time = (instant: string) => formatInstant(instant, "time", reader);
  const isClosed = isOver(visit);
  return (
    <p className={cn("leading-tight whitespace-nowrap tabular", TALL)}>
      <span className={cn("block font-semibold print:inline", "compact:text-sm", isClosed && "font-normal text-quiet")}>
        {time(visit.start)}
      </span>
      <span className="block text-sm text-quiet print:inline print:text-[8.5pt] compact:sr-only">
        <span className="hidden print:inline">–</span>
        {time(visit.end)}
      </span>
    </p>
  );
}

function PatientCell({ visit }: { visit: DeskCard }) {
  return (
    <div className={cn("min-w-0", LINE)} title={[patientLine(visit), visit.reason].filter(Boolean).join(" · ")}>
      <p className="leading-snug compact:text-[length:inherit]">
        <Link
          href={routes.hospital.appointment(visit.id)}
          className="touch-target font-semibold hover:underline compact:block compact:truncate compact:leading-6"
        >
          {patientLine(visit)}
        </Link>
      </p>
      <UnreadMark visit={visit.id} href={routes.hospital.conversation(visit.id)} />
      {visit.reason ? (
        <p className="line-clamp-2 text-sm text-quiet @2xl:line-clamp-1 print:line-clamp-none print:before:content-['_·_'] compact:block compact:@max-5xl:hidden">
          {visit.reason}
        </p>
      ) : null}
    </div>
  );
}

function DoctorCell({ visit }: { visit: DeskCard }) {
  return (
    <div
      className={cn("col-start-2 min-w-0 text-sm @2xl:col-start-auto print:col-start-auto", TALL, LINE)}
      title={[visit.doctor.name, visitLine(visit)].filter(Boolean).join(" · ")}
    >
      <p>{visit.doctor.name}</p>
      {visitLine(visit) ? (
        <p className="text-quiet @2xl:line-clamp-1 print:before:content-['_·_'] compact:block compact:@max-5xl:hidden">
          {visitLine(visit)}
        </p>
      ) : null}
    </div>
  );
}

function Waits({ since, asOf }: { since: string; asOf: string }) {
  const minutes = waitedMinutes(since, useNow(asOf));
  return (
    <p
      data-print="hide"
      className={cn(
        "text-sm tabular @5xl:mt-1 compact:mt-0 compact:text-xs compact:whitespace-nowrap",
        minutes >= LONG_WAIT_MINUTES ? "font-semibold text-wait" : "text-quiet",
      )}
    >
      {waitText(minutes)}
    </p>
  );
}
