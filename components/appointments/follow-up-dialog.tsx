"use client";
import { useState, useTransition } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatInstant } from "@/components/ui/format-instant";
import { FormMessage } from "@/components/ui/form-message";
import { useClock, useReader } from "@/components/ui/reader";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { bookAction } from "@/lib/domain/appointments/actions";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { Alternatives } from "./alternatives";
import { FollowUpDates } from "./follow-up-dates";
import { FreeTimes, useFirstDate } from "./free-times";
import { PICKER_DAYS, type SlotClock } from "./slot-days";
import { useFreeSlots } from "./use-free-slots";
import { useSlotClocks } from "./use-slot-clocks";

/** A place where the doctor has hours. */
export type FollowUpPlace = { name: string; timeZone: string };

export type FollowUpDialogProps = {
  /** The visit it follows: same patient, doctor, service and, where there still are hours, place ("": own practice). */
  visit: { doctorId: string; patientId: string; serviceId: string | null; placeId: string };
  /** The patient and the service. */
  subject: string;
  /** By hospital ID; "" is the doctor's own practice. At least one. */
  places: Record<string, FollowUpPlace>;
  asOf: string;
  onClose: () => void;
};

/** Chooses one of the doctor's own times for this patient and books it. */
export function FollowUpDialog({ visit, subject, places, asOf, onClose }: FollowUpDialogProps) {
  const { placeId, place, setPlaceId } = usePlace(visit.placeId, places);
  const zones = Object.fromEntries(Object.entries(places).map(([id, { timeZone }]) => [id, timeZone]));
  const clockOf = useSlotClocks(place.timeZone, zones);
  const today = todayIn(useClock(place.timeZone), Date.parse(asOf));
  const { locale } = useReader();
  const { firstDate, jump, turn } = useFirstDate(today, today);
  const { doctorId, serviceId } = visit;
  const free = useFreeSlots({ doctorId, serviceId, hospitalId: placeId || undefined, firstDate, days: PICKER_DAYS });
  const { slot, setSlot, failure, isBooking, book } = useBookFollowUp(visit, clockOf, free.retry, onClose);
  return (
    <Dialog open onOpenChange={(open) => !open && !isBooking && onClose()}>
      <DialogContent
        size="lg"
        title="Book a follow-up"
        description={`${subject}. Confirmed at once. If they have no account, tell them the time: they get no notification.`}
        footer={
          <>
            <Button variant="secondary" onClick={onClose} disabled={isBooking}>
              Not now
            </Button>
            <Button pending={isBooking} disabled={!slot} onClick={() => slot && book(slot)}>
              {slot
                ? `Book ${formatInstant(slot.start, "datetime", { locale, clock: clockOf(slot) })}`
                : "Choose a time"}
            </Button>
          </>
        }
      >
        {failure ? (
          <FormMessage title={failure.message} className="mb-4">
            <Alternatives failure={failure} clockOf={clockOf} onPick={setSlot} />
          </FormMessage>
        ) : null}
        <PlaceField
          placeId={placeId}
          places={places}
          onChoose={(id) => {
            setPlaceId(id);
            setSlot(undefined);
          }}
        />
        <FollowUpDates today={today} firstDate={firstDate} onJump={jump} />
        <FreeTimes free={free} placeId={placeId} {...turn} timeZone={place.timeZone} places={{}} onPick={setSlot} />
      </DialogContent>
    </Dialog>
  );
}

/** The visit's own place, or another one once it has no hours any more or the doctor chooses. */
function usePlace(initial: string, places: FollowUpDialogProps["places"]) {
  const [chosen, setPlaceId] = useState(initial);
  const placeId = chosen in places ? chosen : (Object.keys(places)[0] ?? "");
  const place = places[placeId] ?? { name: "", timeZone: "UTC" };
  return { placeId, place, setPlaceId };
}

type Target = Pick<OfferedSlot, "start" | "scheduleId" | "mode" | "hospitalId">;

/** The chosen time and booking it; after a refusal the times are read again. */
function useBookFollowUp(
  { doctorId, patientId, serviceId }: FollowUpDialogProps["visit"],
  clockOf: SlotClock,
  readAgain: () => void,
  onClose: () => void,
) {
  const { locale } = useReader();
  const show = useShowChange();
  const [slot, setSlot] = useState<Target>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBooking, startBooking] = useTransition();
  const book = (target: Target) =>
    startBooking(async () => {
      setFailure(undefined);
      const { start, scheduleId } = target;
      const wanted = { doctorId, patientId, start, scheduleId, ...(serviceId ? { serviceId } : {}) };
      const result = await tryAction(() => bookAction(wanted));
      if (result.ok) {
        const description = formatInstant(result.data.start, "full", { locale, clock: clockOf(target) });
        toast.success("Follow-up booked", { description: `${description}.` });
        onClose();
        void show(result);
        return;
      }
      setSlot(undefined);
      setFailure(result.error);
      readAgain();
    });
  return { slot, setSlot, failure, isBooking, book };
}

type PlaceFieldProps = Pick<FollowUpDialogProps, "places"> & { placeId: string; onChoose: (id: string) => void };

/** Radix refuses an empty value. */
const PRACTICE = "practice";

/** Where; hidden where there is no choice. */
function PlaceField({ placeId, places, onChoose }: PlaceFieldProps) {
  const options = Object.entries(places).map(([id, { name }]) => ({ value: id || PRACTICE, label: name }));
  if (options.length < 2) return null;
  return (
    <Field label="Place" className="mb-4">
      <Select
        value={placeId || PRACTICE}
        onValueChange={(value) => onChoose(value === PRACTICE ? "" : value)}
        options={options}
      />
    </Field>
  );
}
