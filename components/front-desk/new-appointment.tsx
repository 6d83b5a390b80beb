"use client";
import { Building2, UserRoundX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { BookingFailure } from "@/components/appointments/booking-failure";
import { ServiceChoice, type BookingService } from "@/components/appointments/service-choice";
import { PICKER_DAYS, type NextSlot } from "@/components/appointments/slot-days";
import { SlotPicker } from "@/components/appointments/slot-picker";
import { useBookingAddress } from "@/components/appointments/use-booking-address";
import { Combobox } from "@/components/ui/combobox";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { formatInstant } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { toast } from "@/components/ui/toast";
import { shiftDate } from "@/lib/platform/time/local-date";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { bookAction } from "@/lib/domain/appointments/actions";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";
import { BookForPatient, type BookForPatientProps } from "./book-for-patient";

export type NewAppointmentProps = {
  hospital: { id: string; timeZone: string; isListed: boolean };
  doctors: { id: string; name: string; what: string }[];
  doctorId: string | null;
  offer: {
    services: BookingService[];
    serviceId: string | null;
    firstDate: string | null;
    slots: OfferedSlot[];
    asOf: string;
    nextSlot: NextSlot | null;
  } | null;
};

/** Doctor → time → patient → booked. The doctor and the days are in the address, the rest is here until it is sent. */
export function NewAppointment({ hospital, doctors, doctorId, offer }: NewAppointmentProps) {
  const reader = useReader();
  const router = useRouter();
  const address = useBookingAddress();
  const [slot, setSlot] = useState<OfferedSlot>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBooking, startBooking] = useTransition();
  const times = useRef<HTMLDivElement>(null);
  const rest = useRef<HTMLDivElement>(null);

  if (!hospital.isListed) {
    return (
      <EmptyState
        icon={<Building2 />}
        title="The hospital is not listed"
        text="Appointments can be booked once the hospital is verified."
      />
    );
  }
  if (doctors.length === 0) {
    return (
      <EmptyState
        icon={<UserRoundX />}
        title="No doctor can be booked here"
        text="Doctors who are affiliated and verified appear here."
      />
    );
  }

  const pick = (picked: OfferedSlot) => {
    setFailure(undefined);
    setSlot(picked);
    // On a phone the rest is below the times: scrolls the next step into view.
    rest.current?.scrollIntoView({ block: "nearest" });
  };
  const book: BookForPatientProps["onBook"] = (recipient, reason) =>
    startBooking(async () => {
      if (!slot || !doctorId) return;
      setFailure(undefined);
      const wanted = {
        doctorId,
        ...recipient,
        start: slot.start,
        scheduleId: slot.scheduleId,
        hospitalId: hospital.id,
      };
      const more = {
        ...(offer?.serviceId ? { serviceId: offer.serviceId } : {}),
        ...(reason.trim() ? { reason } : {}),
      };
      const result = await tryAction(() => bookAction({ ...wanted, ...more }));
      if (result.ok) {
        toast.success("Booked", { description: formatInstant(result.data.start, "full", reader) });
        router.push(routes.hospital.appointment(result.data.id));
        return;
      }
      setFailure(result.error);
      // The selected time is gone: times are reloaded, patient and reason stay.
      if (result.error.code === "slot-taken" || result.error.code === "slot-not-offered") setSlot(undefined);
      router.refresh();
      times.current?.scrollIntoView({ block: "start" });
    });

  const today = offer ? todayIn(reader.clock, Date.parse(offer.asOf)) : "";
  const firstDate = offer?.firstDate && offer.firstDate > today ? offer.firstDate : today;
  return (
    <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 grid-cols-1 gap-6">
        <Field label="Doctor">
          <Combobox
            value={doctorId}
            options={doctors.map(({ id, name, what }) => ({ value: id, label: name, hint: what }))}
            placeholder="Choose a doctor"
            searchPlaceholder="Name or specialty"
            onValueChange={(id) => router.replace(routes.hospital.newAppointment({ doctor: id }), { scroll: false })}
          />
        </Field>
        {offer ? (
          <div ref={times}>
            <h2 className="sr-only">Available times</h2>
            <ServiceChoice services={offer.services} serviceId={offer.serviceId} onChoose={address.toService} />
            {failure ? <BookingFailure failure={failure} clockOf={() => reader.clock} onPick={pick} /> : null}
            <SlotPicker
              slots={offer.slots}
              firstDate={firstDate}
              timeZone={hospital.timeZone}
              places={{}}
              isLoading={address.isMoving}
              onPick={pick}
              onEarlier={firstDate > today ? () => address.toDate(shiftDate(firstDate, -PICKER_DAYS)) : undefined}
              onLater={() => address.toDate(shiftDate(firstDate, PICKER_DAYS))}
              nextDate={offer.nextSlot ? todayIn(reader.clock, Date.parse(offer.nextSlot.start)) : undefined}
              onJump={address.toDate}
            />
          </div>
        ) : null}
      </div>
      {offer ? (
        <div ref={rest} className="min-w-0 scroll-mb-24 lg:sticky lg:top-20 lg:scroll-mb-0">
          <BookForPatient
            hospitalId={hospital.id}
            doctorName={doctors.find(({ id }) => id === doctorId)?.name ?? ""}
            slot={slot}
            isBooking={isBooking}
            errors={failure?.fields}
            onBook={book}
          />
        </div>
      ) : null}
    </div>
  );
}
