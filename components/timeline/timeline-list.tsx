"use client";
import {
  Activity,
  Ambulance,
  BedDouble,
  FolderOpen,
  HeartPulse,
  Pill,
  Share2,
  ShieldAlert,
  Stethoscope,
  type LucideIcon,
} from "lucide-react";
import { formatDateParts } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { LocalDate } from "@/components/ui/local-date";
import { LocalTime } from "@/components/ui/local-time";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/ui/status-badge";
import { entryDetail, entryText } from "@/lib/domain/timeline/format";
import type { TimelineMonth } from "@/lib/domain/timeline/rules";
import type { TimelineEntry } from "@/lib/domain/timeline/schema";
import type { TimelineType } from "@/lib/domain/timeline/status";
import { routes, type Route } from "@/lib/site/routes";
import { entryStatus } from "./entry-status";

const ICONS: Record<TimelineType, LucideIcon> = {
  VISIT: Stethoscope,
  MEASURED: Activity,
  PRESCRIBED: Pill,
  PRESCRIPTION_WITHDRAWN: Pill,
  ALLERGY: HeartPulse,
  CONDITION: HeartPulse,
  DOCUMENT: FolderOpen,
  STAY: BedDouble,
  AMBULANCE: Ambulance,
  SHARED: Share2,
  SHARING_ENDED: Share2,
  EMERGENCY_ACCESS: ShieldAlert,
};

type Props = {
  months: readonly TimelineMonth[];
  /** Names the person of each; for accounts that act for several people. */
  withPatient: boolean;
};

/** What happened, by month, the latest first; each leads to its page. */
export function TimelineList({ months, withPatient }: Props) {
  const { locale } = useReader();
  return months.map(({ month, entries }) => {
    const name = formatDateParts(`${month}-01`, { month: "long", year: "numeric" }, locale);
    return (
      <Section key={month} title={<LocaleText>{name}</LocaleText>}>
        <ol className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
          {entries.map((entry) => (
            <li key={`${entry.type}-${entry.id}`}>
              <EntryLink entry={entry} withPatient={withPatient} />
            </li>
          ))}
        </ol>
      </Section>
    );
  });
}

function EntryLink({ entry, withPatient }: { entry: TimelineEntry; withPatient: boolean }) {
  const Icon = ICONS[entry.type];
  const status = entryStatus(entry);
  const details = [entryDetail(entry), withPatient ? `for ${entry.patientName}` : ""].filter(Boolean);
  return (
    <Link href={hrefOf(entry, withPatient)} className="flex items-start gap-4 p-4 -outline-offset-2 hover:bg-sunken">
      <span
        aria-hidden
        className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent"
      >
        <Icon className="size-5" />
      </span>
      <span className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <span className="min-w-0">
          <span className="block font-semibold wrap-anywhere">{entryText(entry)}</span>
          {details.length > 0 ? <span className="block text-sm wrap-anywhere">{details.join(" · ")}</span> : null}
          <span className="block text-sm text-quiet">
            <When entry={entry} />
          </span>
        </span>
        {status ? <StatusBadge tone="neutral" label={status} /> : null}
      </span>
    </Link>
  );
}

function When({ entry: { type, at, until, datedOn, timeZone } }: { entry: TimelineEntry }) {
  const zone = timeZone ?? undefined;
  if (datedOn) return <LocalDate date={datedOn} />;
  if (type !== "STAY") return <LocalTime instant={at} timeZone={zone} style="dated-time" />;
  const day = (instant: string) => <LocalTime instant={instant} timeZone={zone} style="dated" otherTime={false} />;
  return until ? (
    <>
      {day(at)} to {day(until)}
    </>
  ) : (
    <>Since {day(at)}</>
  );
}

function hrefOf({ type, id, patientId, appointmentId }: TimelineEntry, isOneOfMany: boolean): Route {
  const whose = { for: isOneOfMany ? patientId : undefined };
  switch (type) {
    case "VISIT":
      return routes.patient.visit(id);
    case "PRESCRIBED":
    case "PRESCRIPTION_WITHDRAWN":
      return routes.patient.prescription(appointmentId ?? id);
    case "STAY":
      return routes.patient.stay(id);
    case "AMBULANCE":
      return routes.patient.ambulance(id);
    case "MEASURED":
      return routes.patient.measurements(whose);
    case "ALLERGY":
    case "CONDITION":
      return routes.patient.background(whose);
    case "DOCUMENT":
      return routes.patient.documents(whose);
    case "SHARED":
    case "SHARING_ENDED":
    case "EMERGENCY_ACCESS":
      return routes.patient.sharing(whose);
  }
}
