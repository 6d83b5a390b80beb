"use client";
import { CalendarCheck, CalendarClock } from "lucide-react";
import { useChange } from "@/components/affiliations/use-change";
import { RefusalNote } from "@/components/affiliations/refusal-note";
import { Button } from "@/components/ui/button";
import { Countdown } from "@/components/ui/countdown";
import { LocalTime } from "@/components/ui/local-time";
import { acceptOfferAction, declineOfferAction } from "@/lib/domain/waitlist/actions";
import type { WaitlistCard } from "@/lib/domain/waitlist/output";

export type OfferedCard = Pick<WaitlistCard, "patient" | "replaces" | "offer" | "offered">;
type Props = {
  entry: OfferedCard;
  /** The server's clock when the page was read. */
  asOf: string;
  /** Says which patient it is for, where the reader books for several. */
  withPatient: boolean;
};

/** A time that is offered to one person alone: until when, what it replaces, and the two answers. */
export function OfferCard({ entry: { offer, offered, patient, replaces }, asOf, withPatient }: Props) {
  const { make, failure, isPending } = useChange();
  if (!offer || !offered) return null;
  const { id, expiresAt } = offer;
  const accept = () => make("The earlier time is yours", () => acceptOfferAction({ id }));
  const decline = () => make("The time passes to the next person", () => declineOfferAction({ id }));
  return (
    <section
      aria-label={`An earlier time with ${offered.doctorName}`}
      className="grid gap-4 rounded-lg border border-accent bg-accent-soft p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <CalendarClock aria-hidden className="mt-0.5 size-6 shrink-0 text-accent" />
        <OfferFacts
          start={offer.start}
          offered={offered}
          replaces={replaces}
          patientName={withPatient ? patient.name : null}
        />
        <p className="text-sm">
          Held for you for{" "}
          <Countdown
            until={expiresAt}
            serverNow={asOf}
            expiredText="no longer"
            urgentSeconds={120}
            className="text-lg"
          />
        </p>
      </div>
      <RefusalNote failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={accept} pending={isPending}>
          <CalendarCheck aria-hidden /> Accept this time
        </Button>
        <Button variant="secondary" onClick={decline} disabled={isPending}>
          No thanks
        </Button>
      </div>
    </section>
  );
}

type FactsProps = Pick<OfferedCard, "replaces"> & {
  start: string;
  offered: NonNullable<OfferedCard["offered"]>;
  /** Whose it is, where that isn't clear. */
  patientName: string | null;
};

/** When, with which doctor, where; and what is given up for it. */
function OfferFacts({ start, offered, replaces, patientName }: FactsProps) {
  const { doctorName, placeName, timeZone, mode } = offered;
  const readerFirst = mode === "VIDEO";
  return (
    <div className="min-w-0 flex-[1_1_16rem]">
      <h2 className="text-lg">
        <LocalTime instant={start} timeZone={timeZone} readerFirst={readerFirst} style="full" />
      </h2>
      <p className="wrap-anywhere">
        {doctorName} · {readerFirst ? "Video" : placeName}
        {patientName ? ` · for ${patientName}` : null}
      </p>
      {replaces ? (
        <p className="text-sm">
          Instead of <LocalTime instant={replaces.start} timeZone={replaces.timeZone} readerFirst={readerFirst} />,
          which is given up when you accept.
        </p>
      ) : null}
    </div>
  );
}

/** All times that are offered now, in the order in which people joined. Nothing where there is none. */
export function OfferCards({ entries, asOf, withPatient }: Omit<Props, "entry"> & { entries: OfferedCard[] }) {
  if (entries.length === 0) return null;
  return (
    <div className="mb-6 grid gap-3">
      {entries.map((entry) => (
        <OfferCard key={entry.offer?.id} entry={entry} asOf={asOf} withPatient={withPatient} />
      ))}
    </div>
  );
}
