"use client";
import { Building2, UserRoundX } from "lucide-react";
import { useRouter } from "next/navigation";
import { BookingFailure } from "@/components/appointments/booking-failure";
import { pickerDays, type OfferedDays } from "@/components/appointments/picker-days";
import { ServiceChoice, type BookingService } from "@/components/appointments/service-choice";
import { SlotPicker } from "@/components/appointments/slot-picker";
import { useBookingAddress } from "@/components/appointments/use-booking-address";
import { Combobox } from "@/components/ui/combobox";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { useReader } from "@/components/ui/reader";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { routes } from "@/lib/site/routes";
import { BookForPatient } from "./book-for-patient";
import { useDeskBooking } from "./use-desk-booking";

type Offer = OfferedDays & { services: BookingService[]; serviceId: string | null };

export type NewAppointmentProps = {
  hospital: { id: string; timeZone: string; isListed: boolean };
  doctors: { id: string; name: string; what: string }[];
  doctorId: string | null;
  offer: Offer | null;
};

/** Doctor → time → patient → booked. The doctor and the days are in the address, the rest is here until it is sent. */
export function NewAppointment({ hospital, doctors, doctorId, offer }: NewAppointmentProps) {
  const { slot, failure, isBooking, pick, book, times, rest } = useDeskBooking({
    hospitalId: hospital.id,
    doctorId,
    serviceId: offer?.serviceId ?? null,
  });
  if (!hospital.isListed || doctors.length === 0) return <NoBookings isListed={hospital.isListed} />;
  return (
    <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 grid-cols-1 gap-6">
        <DoctorChoice doctors={doctors} doctorId={doctorId} />
        {offer ? (
          <div ref={times}>
            <h2 className="sr-only">Available times</h2>
            <Times offer={offer} timeZone={hospital.timeZone} failure={failure} onPick={pick} />
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

function NoBookings({ isListed }: { isListed: boolean }) {
  return isListed ? (
    <EmptyState
      icon={<UserRoundX />}
      title="No doctor can be booked here"
      text="Doctors who are affiliated and verified appear here."
    />
  ) : (
    <EmptyState
      icon={<Building2 />}
      title="The hospital is not listed"
      text="Appointments can be booked once the hospital is verified."
    />
  );
}

function DoctorChoice({ doctors, doctorId }: Pick<NewAppointmentProps, "doctors" | "doctorId">) {
  const router = useRouter();
  return (
    <Field label="Doctor">
      <Combobox
        value={doctorId}
        options={doctors.map(({ id, name, what }) => ({ value: id, label: name, hint: what }))}
        placeholder="Choose a doctor"
        searchPlaceholder="Name or specialty"
        onValueChange={(id) => router.replace(routes.hospital.newAppointment({ doctor: id }), { scroll: false })}
      />
    </Field>
  );
}

type TimesProps = {
  offer: Offer;
  timeZone: string;
  failure: ActionFailure | undefined;
  onPick: (slot: OfferedSlot) => void;
};

function Times({ offer, timeZone, failure, onPick }: TimesProps) {
  const { clock } = useReader();
  const address = useBookingAddress();
  return (
    <>
      <ServiceChoice services={offer.services} serviceId={offer.serviceId} onChoose={address.toService} />
      {failure ? <BookingFailure failure={failure} clockOf={() => clock} onPick={onPick} /> : null}
      <SlotPicker {...pickerDays(offer, () => clock, address)} timeZone={timeZone} places={{}} onPick={onPick} />
    </>
  );
}
