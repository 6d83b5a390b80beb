"use client";
import { UnreadMark } from "@/components/conversations/message-marks";
import { Link } from "@/components/ui/link";
import { formatParts } from "@/components/ui/format-instant";
import { LocalTime } from "@/components/ui/local-time";
import { LocaleText } from "@/components/ui/locale-text";
import { routes } from "@/lib/site/routes";
import { VisitBadge } from "./visit-badge";
import { useVisitClock } from "./use-slot-clocks";
import type { Visit } from "./visit";

export type VisitListProps = {
  label: string;
  visits: Visit[];
  /** Names the patient of each; for accounts that book for several people. */
  withPatient?: boolean;
  /** Shows the year, for older visits. */
  withYear?: boolean;
};

/** A list of visits, each linking to its own page. */
export function VisitList({ label, visits, withPatient = false, withYear = false }: VisitListProps) {
  return (
    <ul aria-label={label} className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {visits.map((visit) => (
        <VisitEntry key={visit.id} visit={visit} withPatient={withPatient} withYear={withYear} />
      ))}
    </ul>
  );
}

function VisitEntry({ visit, withPatient, withYear }: { visit: Visit; withPatient: boolean; withYear: boolean }) {
  const { id, start, timeZone, doctor, service, place, mode, patient } = visit;
  const where = mode === "VIDEO" ? "By video" : place.name;
  return (
    <li>
      <Link
        href={routes.patient.visit(id)}
        className="flex items-start gap-4 p-4 -outline-offset-2 hover:bg-sunken sm:items-center"
      >
        <DateTile visit={visit} />
        <span className="grid min-w-0 flex-1 gap-x-4 gap-y-1 sm:grid-cols-[1fr_auto] sm:items-center">
          <span className="min-w-0">
            <span className="block font-semibold">{doctor.name}</span>
            <span className="block text-sm">
              <LocalTime
                instant={start}
                timeZone={timeZone}
                readerFirst={mode === "VIDEO"}
                style={withYear ? "dated-time" : "datetime"}
              />
            </span>
            <span className="block text-sm text-quiet">
              {[service?.name, where, withPatient ? `for ${patient.name}` : null].filter(Boolean).join(" · ")}
            </span>
            <UnreadMark visit={id} />
          </span>
          <VisitBadge visit={visit} />
        </span>
      </Link>
    </li>
  );
}

/** The day as a calendar tile; decorative, because the text beside it says the same. */
function DateTile({ visit }: { visit: Visit }) {
  const reading = useVisitClock(visit);
  const part = (options: Intl.DateTimeFormatOptions) => formatParts(visit.start, options, reading);
  return (
    <span aria-hidden className="flex w-14 shrink-0 flex-col items-center rounded-md bg-accent-soft py-2 text-accent">
      <LocaleText className="text-xs font-semibold">{part({ month: "short" })}</LocaleText>
      <LocaleText className="text-xl font-semibold tabular">{part({ day: "numeric" })}</LocaleText>
    </span>
  );
}
