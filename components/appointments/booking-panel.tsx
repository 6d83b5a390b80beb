"use client";
import { useRef } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { BookedMessage } from "./booked-message";
import { BookingFailure } from "./booking-failure";
import { ConfirmBooking } from "./confirm-booking";
import { failureOrTime } from "./focus-time";
import { pickerDays, type OfferedDays } from "./picker-days";
import type { OwnVisit } from "./same-day-note";
import { ServiceChoice, type BookingService } from "./service-choice";
import { SignInToBook } from "./sign-in-to-book";
import { SlotPicker } from "./slot-picker";
import { useBooking } from "./use-booking";
import { useBookingAddress } from "./use-booking-address";
import { NOT_A_PATIENT, type Choosing } from "./use-chosen-time";
import { useSlotClocks, type SlotZones } from "./use-slot-clocks";

export type BookingPanelProps = OfferedDays &
  Pick<Choosing, "serviceId" | "patients" | "wantedStart"> & {
    /** `fee`: of a visit without a service of its own. */
    doctor: { id: string; name: string; timeZone: string; fee?: string | null };
    services: BookingService[];
    places: Record<string, string>;
    /** Their phone numbers, in the same way. */
    phones?: Record<string, string | null>;
    /** Their zones, in the same way. */
    zones: SlotZones;
    /** The patients' upcoming visits with this doctor, to warn of a second one on the same day. */
    ownVisits?: OwnVisit[];
  };

/** Service → time → patient → booked. Selecting a time holds it for five minutes for this person alone. */
export function BookingPanel(props: BookingPanelProps) {
  const { doctor, services, serviceId, places, zones, patients } = props;
  const clockOf = useSlotClocks(doctor.timeZone, zones);
  const address = useBookingAddress();
  const days = pickerDays(props, clockOf, address);
  const booking = useBooking({ ...props, doctorId: doctor.id, firstDate: days.firstDate, address });
  const { failure, shownFailure, wantedSlot, booked, pick } = booking;
  const panel = useRef<HTMLDivElement>(null);
  if (booked) {
    return (
      <BookedMessage
        appointment={booked}
        doctorName={doctor.name}
        timeZone={zones[booked.hospitalId ?? ""] ?? doctor.timeZone}
        onAnother={booking.bookAnother}
      />
    );
  }
  return (
    <div ref={panel}>
      {patients?.length === 0 && !failure ? <FormMessage tone="accent" title={NOT_A_PATIENT} className="mb-4" /> : null}
      <ServiceChoice services={services} serviceId={serviceId} onChoose={address.toService} />
      {!patients && wantedSlot ? (
        <SignInToBook slot={wantedSlot} clock={clockOf(wantedSlot)} onSignIn={address.toSignIn} />
      ) : null}
      {shownFailure ? <BookingFailure failure={shownFailure} clockOf={clockOf} onPick={pick} /> : null}
      <SlotPicker
        {...days}
        timeZone={doctor.timeZone}
        zones={zones}
        places={places}
        pendingKey={booking.pendingKey}
        onPick={pick}
        day={address.day}
        onDay={address.showDay}
      />
      <LastStep {...props} booking={booking} focusAfter={(start) => failureOrTime(panel.current, start)} />
    </div>
  );
}

type LastStepProps = BookingPanelProps & {
  booking: ReturnType<typeof useBooking>;
  focusAfter: (start: string) => HTMLElement | null | undefined;
};

/** The held time, at its place and price, until it is booked or given up. */
function LastStep({ doctor, services, serviceId, patients, booking, focusAfter, ...props }: LastStepProps) {
  const { held } = booking;
  if (!held || !patients) return null;
  const hospitalId = held.slot.hospitalId ?? "";
  const service = services.find(({ id }) => id === serviceId);
  return (
    <ConfirmBooking
      {...held}
      {...booking.confirmation}
      doctor={doctor}
      timeZone={props.zones[hospitalId] ?? doctor.timeZone}
      place={props.places[hospitalId]}
      phone={props.phones?.[hospitalId] ?? null}
      fee={service?.fee ?? doctor.fee ?? null}
      patients={patients}
      ownVisits={props.ownVisits ?? []}
      serviceId={serviceId}
      serviceName={service?.name}
      focusAfter={() => focusAfter(held.slot.start)}
    />
  );
}
