"use client";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import { rescheduleAction } from "@/lib/domain/appointments/actions";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";
import { BookingFailure } from "./booking-failure";
import { ConfirmMove } from "./confirm-move";
import { failureOrTime } from "./focus-time";
import { pickerDays, type OfferedDays } from "./picker-days";
import { SlotPicker } from "./slot-picker";
import { useBookingAddress } from "./use-booking-address";
import { useSlotClocks, useVisitClock, type SlotZones } from "./use-slot-clocks";
import type { Visit } from "./visit";

export type MoveVisitProps = OfferedDays & { visit: Visit; places: Record<string, string>; zones: SlotZones };

type Target = Pick<OfferedSlot, "start" | "scheduleId" | "hospitalId">;

/** Reschedules one's visit: choose, confirm, done. The old time stays until that has worked. */
export function MoveVisit({ visit, places, zones, ...offered }: MoveVisitProps) {
  const clockOf = useSlotClocks(visit.timeZone, zones);
  const address = useBookingAddress();
  const { target, setTarget, failure, isMoving, choose, move } = useMove(visit);
  const panel = useRef<HTMLDivElement>(null);
  return (
    <div ref={panel}>
      {failure ? <BookingFailure failure={failure} clockOf={clockOf} onPick={choose} /> : null}
      <SlotPicker
        {...pickerDays(offered, clockOf, address)}
        timeZone={visit.timeZone}
        zones={zones}
        day={address.day}
        onDay={address.showDay}
        places={places}
        onPick={choose}
      />
      {target ? (
        <ConfirmMove
          title="Reschedule your appointment?"
          description={`${visit.doctor.name} will be notified. The old time becomes available to others.`}
          from={visit}
          to={{ start: target.start, timeZone: zones[target.hospitalId ?? ""] ?? visit.timeZone }}
          isVideo={visit.mode === "VIDEO"}
          isMoving={isMoving}
          onMove={() => move(target)}
          onClose={() => setTarget(undefined)}
          focusAfter={() => failureOrTime(panel.current, target.start)}
        />
      ) : null}
    </div>
  );
}

/** The time to move a visit to, and the move; its answer leads back to the visit. */
function useMove(visit: Visit) {
  const { text } = useVisitClock(visit);
  const router = useRouter();
  const [target, setTarget] = useState<Target>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isMoving, startMoving] = useTransition();
  const choose = ({ start, scheduleId, hospitalId }: OfferedSlot) => {
    setFailure(undefined);
    setTarget({ start, scheduleId, hospitalId });
  };
  const move = ({ start, scheduleId }: Target) =>
    startMoving(async () => {
      const result = await tryAction(() =>
        rescheduleAction({ id: visit.id, version: visit.version, start, scheduleId }),
      );
      startMoving(() => {
        if (result.ok) {
          toast.success("Rescheduled. The practice has been notified.", {
            description: text(result.data.start, "full"),
          });
          router.replace(routes.patient.visit(visit.id));
          return;
        }
        setTarget(undefined);
        setFailure(result.error);
        router.refresh();
      });
    });
  return { target, setTarget, failure, isMoving, choose, move };
}
