"use client";
import { useState, useTransition } from "react";
import { BookingFailure } from "@/components/appointments/booking-failure";
import { FreeTimes, useFirstDate } from "@/components/appointments/free-times";
import { PICKER_DAYS } from "@/components/appointments/slot-days";
import { useFreeSlots } from "@/components/appointments/use-free-slots";
import { useSlotClocks } from "@/components/appointments/use-slot-clocks";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatInstant } from "@/components/ui/format-instant";
import { useClock, useReader } from "@/components/ui/reader";
import { useNow } from "@/components/ui/use-now";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { moveByLinkAction } from "@/lib/domain/visit-links/actions";
import type { LinkedVisit, MovedByLink } from "@/lib/domain/visit-links/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { todayIn } from "@/lib/platform/time/wall-clock";

type Props = {
  token: string;
  visit: LinkedVisit;
  onMoved: (visit: MovedByLink) => void;
  /** The link has ended meanwhile. */
  onOver: (failure: ActionFailure) => void;
  onClose: () => void;
};

type Target = Pick<OfferedSlot, "start" | "scheduleId" | "mode" | "hospitalId">;

/** The doctor's available times at the same place: choose one, then move. The old time stays until that has worked. */
export function MoveByLink({ token, visit, onMoved, onOver, onClose }: Props) {
  const { doctorId, serviceId, hospitalId, timeZone } = visit;
  const clockOf = useSlotClocks(timeZone);
  const { locale } = useReader();
  const today = todayIn(useClock(timeZone), useNow(visit.start));
  const { firstDate, turn } = useFirstDate(today, today);
  const free = useFreeSlots({ doctorId, serviceId, hospitalId: hospitalId ?? undefined, firstDate, days: PICKER_DAYS });
  const [target, setTarget] = useState<Target>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isMoving, startMoving] = useTransition();
  const move = ({ start, scheduleId }: Target) =>
    startMoving(async () => {
      setFailure(undefined);
      const result = await tryAction(() => moveByLinkAction({ token, start, scheduleId }));
      if (result.ok) return onMoved(result.data);
      if (result.error.code === "not-found") return onOver(result.error);
      setTarget(undefined);
      setFailure(result.error);
      free.retry();
    });
  return (
    <Card as="section" aria-label="Another time" className="grid gap-5 sm:p-6">
      <h2 className="text-lg">Choose another time</h2>
      {failure ? <BookingFailure failure={failure} clockOf={clockOf} onPick={setTarget} /> : null}
      <FreeTimes
        free={free}
        {...turn}
        timeZone={timeZone}
        placeId={hospitalId ?? ""}
        places={{ [hospitalId ?? ""]: visit.place.name ?? "The practice" }}
        onPick={setTarget}
      />
      <div className="flex flex-wrap gap-3">
        <Button pending={isMoving} disabled={!target} onClick={() => target && move(target)}>
          {target
            ? `Reschedule to ${formatInstant(target.start, "datetime", { locale, clock: clockOf(target) })}`
            : "Choose a time"}
        </Button>
        <Button variant="secondary" disabled={isMoving} onClick={onClose}>
          Keep the current time
        </Button>
      </div>
    </Card>
  );
}
