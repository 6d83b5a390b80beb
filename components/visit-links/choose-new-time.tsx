"use client";
import { useRef, useState, useTransition } from "react";
import { BookingFailure } from "@/components/appointments/booking-failure";
import { ConfirmMove } from "@/components/appointments/confirm-move";
import { failureOrTime } from "@/components/appointments/focus-time";
import { WhoseTimes } from "@/components/appointments/slot-picker";
import { useSlotClocks } from "@/components/appointments/use-slot-clocks";
import { TimeButtons } from "@/components/disruptions/time-buttons";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { moveByLinkAction } from "@/lib/domain/visit-links/actions";
import type { LinkedOffers, LinkedVisit, MovedByLink } from "@/lib/domain/visit-links/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { MoreTimes } from "./more-times";
import type { Taker } from "./taker";
import { isEnd, useLinkedOffers } from "./use-linked-offers";

type Props = {
  token: string;
  visit: LinkedVisit;
  /** The appointment has its new time; with a colleague by name. */
  onMoved: (visit: MovedByLink, withName: string | null) => void;
  /** It needs no other time any more, or the link has ended. */
  onEnd: (failure: ActionFailure) => void;
};

/** Other times for an appointment that can't be kept: the nearest with the same doctor and with colleagues, and all others. */
export function ChooseNewTime(props: Props) {
  const { token, visit, onEnd } = props;
  const { answer, again } = useLinkedOffers(token, visit.doctorId, onEnd);
  const clockOf = useSlotClocks(visit.timeZone);
  const { wanted, isAsking, choose, close, failure, isMoving, move } = useTake(props, again);
  const [showsAll, setShowsAll] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const same: Taker = { doctorId: visit.doctorId, name: null };
  const takers = [same, ...(answer?.ok ? answer.data.colleagues.map(toTaker) : [])];
  return (
    <Card as="section" aria-label="Choose another time" className="sm:p-6">
      <div ref={panel} className="grid gap-5">
        <h2 className="text-lg">Choose another time</h2>
        {failure ? (
          <BookingFailure failure={failure} clockOf={clockOf} onPick={(slot) => choose(slot, wanted?.taker ?? same)} />
        ) : null}
        <Nearest answer={answer} visit={visit} onRetry={again} onPick={choose} />
        {showsAll ? (
          <MoreTimes visit={visit} takers={takers} onPick={choose} />
        ) : (
          <Button variant="secondary" className="justify-self-start" onClick={() => setShowsAll(true)}>
            More times
          </Button>
        )}
        {wanted && isAsking ? (
          <ConfirmMove
            title="Take this time?"
            description={`${wanted.taker.name ? `With ${wanted.taker.name}. ` : ""}The practice will be notified.`}
            from={visit}
            to={{ start: wanted.slot.start, timeZone: visit.timeZone }}
            isVideo={wanted.slot.mode === "VIDEO"}
            isMoving={isMoving}
            onMove={move}
            onClose={close}
            focusAfter={() => failureOrTime(panel.current, wanted.slot.start)}
          />
        ) : null}
      </div>
    </Card>
  );
}

const toTaker = ({ doctorId, doctorName }: LinkedOffers["colleagues"][number]): Taker => ({
  doctorId,
  name: doctorName,
});

/** The wanted time and the move to it; after a refusal the times are read again. */
function useTake({ token, onMoved, onEnd }: Props, readAgain: () => void) {
  const [wanted, setWanted] = useState<{ slot: OfferedSlot; taker: Taker }>();
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isMoving, startMoving] = useTransition();
  const choose = (slot: OfferedSlot, taker: Taker) => {
    setFailure(undefined);
    setWanted({ slot, taker });
    setAsking(true);
  };
  const move = () =>
    startMoving(async () => {
      if (!wanted) return;
      const { slot, taker } = wanted;
      const { start, scheduleId } = slot;
      const result = await tryAction(() => moveByLinkAction({ token, start, scheduleId, doctorId: taker.doctorId }));
      if (result.ok) return onMoved(result.data, taker.name);
      if (isEnd(result.error)) return onEnd(result.error);
      startMoving(() => {
        setAsking(false);
        setFailure(result.error);
        readAgain();
      });
    });
  return { wanted, isAsking, choose, close: () => setAsking(false), failure, isMoving, move };
}

type NearestProps = {
  answer: ReturnType<typeof useLinkedOffers>["answer"];
  visit: LinkedVisit;
  onRetry: () => void;
  onPick: (slot: OfferedSlot, taker: Taker) => void;
};

function Nearest({ answer, visit: { doctorId, timeZone }, onRetry, onPick }: NearestProps) {
  const clockOf = useSlotClocks(timeZone);
  if (!answer)
    return (
      <div role="status" className="grid gap-4">
        <span className="sr-only">Loading available times…</span>
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </div>
    );
  if (!answer.ok) return <ErrorState level={3} title="The available times couldn’t be loaded" onRetry={onRetry} />;
  const { same, colleagues } = answer.data;
  const offered = [
    { title: "With the same doctor", slots: same, taker: { doctorId, name: null } },
    ...colleagues.map((one) => ({ title: `With ${one.doctorName}`, slots: one.slots, taker: toTaker(one) })),
  ].filter(({ slots }) => slots.length > 0);
  if (offered.length === 0)
    return <p className="text-quiet">There’s no available time in the coming weeks. Please call the practice.</p>;
  return (
    <>
      <WhoseTimes slots={offered.flatMap(({ slots }) => slots)} clockOf={clockOf} timeZone={timeZone} />
      {offered.map(({ title, slots, taker }) => (
        <TimeButtons
          key={taker.doctorId}
          title={title}
          slots={slots}
          timeZone={timeZone}
          onTake={(slot) => onPick(slot, taker)}
        />
      ))}
    </>
  );
}
