"use client";
import { useWork, type Work } from "@/components/contacts/use-work";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatInstant, placeOf } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { useReader } from "@/components/ui/reader";
import { toast } from "@/components/ui/toast";
import { keepTimeAction, rescheduleAction } from "@/lib/domain/appointments/actions";
import type { ShiftedCard } from "@/lib/domain/appointments/output-shift";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { clockNamed } from "@/lib/platform/time/clock";
import { routes } from "@/lib/site/routes";

type Props = { visits: ShiftedCard[]; portal: "hospital" | "doctor" };

/** Visits whose patients know another clock time: each is kept as it is, or moved to what was promised. */
export function ShiftedList({ visits, portal }: Props) {
  const work = useWork();
  return (
    <Card flush className="@container">
      <ul aria-label="Appointments with a new local time" className="divide-y divide-line">
        {visits.map((visit) => (
          <Row key={visit.id} visit={visit} portal={portal} work={work} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ visit, portal, work }: { visit: ShiftedCard; portal: Props["portal"]; work: Work }) {
  const { id, patientName, doctorName, shift } = visit;
  const times = useClockTimes(shift);
  const { promised, shown, place, isOtherDay } = times;
  const href = portal === "doctor" ? routes.doctor.visit(id) : routes.hospital.appointment(id);
  return (
    <li className="grid gap-x-6 gap-y-3 p-4 @2xl:grid-cols-[minmax(0,1fr)_auto] @2xl:items-center" data-visit={id}>
      <div className="min-w-0">
        <p className="break-words">
          <Link href={href} className="touch-target font-semibold hover:underline">
            {patientName}
          </Link>
          {portal === "hospital" ? <span className="text-sm text-quiet"> with {doctorName}</span> : null}
        </p>
        <p className="text-sm">
          {promised.day}: promised for <span className="font-semibold whitespace-nowrap tabular">{promised.time}</span>,{" "}
          <span className="whitespace-nowrap">
            now <span className="font-semibold tabular">{isOtherDay ? `${shown.day}, ${shown.time}` : shown.time}</span>
          </span>
          <span className="text-quiet"> in {place}</span>
        </p>
        {shift.promisedStart ? null : (
          <p className="text-sm text-quiet">
            It can&apos;t be moved to {promised.time}: that time has passed or doesn&apos;t exist on that day.
          </p>
        )}
      </div>
      <MoveOrKeep visit={visit} times={times} work={work} />
    </li>
  );
}

type ChoiceProps = { visit: ShiftedCard; times: ReturnType<typeof useClockTimes>; work: Work };

function MoveOrKeep({ visit, times, work }: ChoiceProps) {
  const { id, version, patientName, shift } = visit;
  const { promised, shown } = times;
  const keep = () => work.run(`keep ${id}`, `Kept at ${shown.time}`, () => keepTimeAction({ id, version }));
  const move = (start: string) =>
    work.run(`move ${id}`, `Moved to ${promised.time}`, () => rescheduleAction({ id, version, start }));
  const [isKeeping, isMoving] = [work.pending === `keep ${id}`, work.pending === `move ${id}`];
  return (
    <div className="flex flex-wrap gap-2">
      {shift.promisedStart ? (
        <Button
          size="sm"
          pending={isMoving}
          disabled={isKeeping}
          onClick={() => void move(shift.promisedStart!).then((failure) => announceFailure(failure, promised.time))}
        >
          Move to {promised.time}
          <span className="sr-only">: {patientName}</span>
        </Button>
      ) : null}
      <Button
        size="sm"
        variant="secondary"
        pending={isKeeping}
        disabled={isMoving}
        onClick={() => void keep().then((failure) => announceFailure(failure, promised.time))}
      >
        Keep {shown.time}
        <span className="sr-only">: {patientName}</span>
      </Button>
    </div>
  );
}

/** The place's clock time is formatted as if it were UTC: no zone rules are needed. */
function useClockTimes({ promised, shown, timeZone }: ShiftedCard["shift"]) {
  const { locale } = useReader();
  const of = (wall: string) => {
    const show = (style: "date" | "time") => formatInstant(`${wall}:00Z`, style, { locale, clock: clockNamed("UTC") });
    return { day: show("date"), time: show("time") };
  };
  return {
    promised: of(promised),
    shown: of(shown),
    place: placeOf(timeZone),
    isOtherDay: promised.slice(0, 10) !== shown.slice(0, 10),
  };
}

/** When many have shifted, the next one often still occupies this one's time. */
function announceFailure(failure: ActionFailure | undefined, time: string): void {
  if (failure?.code === "slot-taken")
    toast.error(`${time} is taken`, {
      description: "There's another appointment at this time. If it has to move too, move it first.",
    });
  else if (failure?.code === "slot-not-offered")
    toast.error(`${time} is not in the doctor's hours`, {
      description: "Keep the appointment, or choose another time on its page.",
    });
  else if (failure) toast.error(failure.message);
}
