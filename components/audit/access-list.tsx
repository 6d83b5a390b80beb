import { Eye, PenLine } from "lucide-react";
import type { ReactNode } from "react";
import { Link, type LinkProps } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import type { Access } from "@/lib/domain/audit/schema";
import { FoldedTimes, TimeOf } from "./folded-times";

type Visit = NonNullable<Access["visit"]>;
type Props = {
  accesses: Access[];
  /** "your visit" or "the visit". */
  visitWords: string;
  visitHref: (appointmentId: string) => LinkProps["href"];
  /** Where lines are about several people. */
  withPatient: boolean;
};

/** Who opened or changed a record, when and why, a sentence each. Folded lines open to their single times. */
export function AccessList({ accesses, visitWords, visitHref, withPatient }: Props) {
  const ofVisit = (visit: Visit | null): ReactNode =>
    visit ? (
      <>
        {` of ${visitWords} on `}
        <Link href={visitHref(visit.appointmentId)} className="underline underline-offset-2">
          <LocalTime instant={visit.start} timeZone={visit.timeZone} style="dated" otherTime={false} />
        </Link>
      </>
    ) : null;
  return (
    <ul aria-label="Accesses" className="divide-y divide-line rounded-lg border border-line bg-surface">
      {accesses.map((access) => (
        <li key={access.id} className="flex gap-4 p-4">
          <Mark what={access.what} />
          <div className="min-w-0 flex-1">
            <p>
              <span className="font-semibold">{access.who}</span> {access.what}
              {ofVisit(access.visit)}
              <span className="text-quiet"> – {access.why}</span>
            </p>
            <p className="text-sm text-quiet">
              <TimeOf at={access.count === 1 ? access.firstAt : access.lastAt} until={access.lastAt} />
              {withPatient ? ` · ${access.patient.name}’s record` : null}
            </p>
            <FoldedTimes
              count={access.count}
              items={access.entries.map(({ at, until, what, visit }) => ({
                at,
                until,
                text: access.isYou ? (
                  <>
                    {what}
                    {ofVisit(visit)}
                  </>
                ) : null,
              }))}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Mark({ what }: { what: string }) {
  const Icon = /^(read|opened|downloaded)/.test(what) ? Eye : PenLine;
  return (
    <span
      aria-hidden
      className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent"
    >
      <Icon className="size-5" />
    </span>
  );
}
