"use client";
import { useState, useTransition } from "react";
import { announceDone } from "@/components/contacts/announce-done";
import { useShowChange } from "@/components/realtime/use-show-change";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { formatInstant } from "@/components/ui/format-instant";
import { FormMessage } from "@/components/ui/form-message";
import { useClock, useReader } from "@/components/ui/reader";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { rescheduleAction } from "@/lib/domain/appointments/actions";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { Alternatives } from "./alternatives";
import { FreeTimes, useFirstDate } from "./free-times";
import { PICKER_DAYS, type SlotClock } from "./slot-days";
import { useFreeSlots } from "./use-free-slots";
import { useSlotClocks } from "./use-slot-clocks";

export type RescheduleDialogProps = {
  appointment: { id: string; version: number; doctorId: string; serviceId: string | null; start: string };
  /** The patient and the time. */
  subject: string;
  timeZone: string;
  places: Record<string, string>;
  hospitalId?: string | undefined;
  asOf: string;
  /** A failed attempt that led here, e.g. by dragging: shown with its alternatives. */
  failure?: ActionFailure | undefined;
  onClose: () => void;
};

type Target = Pick<OfferedSlot, "start" | "scheduleId" | "mode" | "hospitalId">;

/** Reschedules an appointment: pick, confirm, move. The old time stays until that has worked. */
export function RescheduleDialog(props: RescheduleDialogProps) {
  const { appointment, subject, timeZone, places, hospitalId, asOf, onClose } = props;
  const clockOf = useSlotClocks(timeZone);
  const place = useClock(timeZone);
  const { locale } = useReader();
  const today = todayIn(place, Date.parse(asOf));
  const { firstDate, turn } = useFirstDate(todayIn(place, Date.parse(appointment.start)), today);
  const { doctorId, serviceId } = appointment;
  const free = useFreeSlots({ doctorId, serviceId, hospitalId, firstDate, days: PICKER_DAYS });
  const { target, setTarget, failure, isMoving, move } = useReschedule(props, clockOf, free.retry);
  return (
    <Dialog open onOpenChange={(open) => !open && !isMoving && onClose()}>
      <DialogContent
        size="lg"
        title="Reschedule"
        description={`${subject}. The current time stays until you choose a new one.`}
        footer={
          <>
            <Button variant="secondary" onClick={onClose} disabled={isMoving}>
              Leave as it is
            </Button>
            <Button pending={isMoving} disabled={!target} onClick={() => target && move(target)}>
              {target
                ? `Reschedule to ${formatInstant(target.start, "datetime", { locale, clock: clockOf(target) })}`
                : "Choose a time"}
            </Button>
          </>
        }
      >
        {failure ? (
          <FormMessage title={failure.message} className="mb-4">
            <Alternatives failure={failure} clockOf={clockOf} onPick={setTarget} />
          </FormMessage>
        ) : null}
        <FreeTimes free={free} {...turn} timeZone={timeZone} places={places} onPick={setTarget} />
      </DialogContent>
    </Dialog>
  );
}

type Move = Pick<RescheduleDialogProps, "appointment" | "failure" | "onClose">;

/** The new time and the move to it; after a refusal the times are read again. */
function useReschedule({ appointment, failure: earlier, onClose }: Move, clockOf: SlotClock, readAgain: () => void) {
  const { locale } = useReader();
  const show = useShowChange();
  const [target, setTarget] = useState<Target>();
  const [failure, setFailure] = useState(earlier);
  const [isMoving, startMoving] = useTransition();
  // A slot has more fields than its identity, and the server refuses unknown ones.
  const move = ({ start, scheduleId }: Target) =>
    startMoving(async () => {
      setFailure(undefined);
      const { id, version } = appointment;
      const result = await tryAction(() => rescheduleAction({ id, version, start, scheduleId }));
      if (result.ok) {
        announceDone(
          "Rescheduled",
          result.data.notified,
          `${formatInstant(result.data.start, "full", { locale, clock: clockOf(result.data) })}.`,
        );
        onClose();
        void show(result);
        return;
      }
      setTarget(undefined);
      setFailure(result.error);
      readAgain();
    });
  return { target, setTarget, failure, isMoving, move };
}
