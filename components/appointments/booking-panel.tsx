"use client";
import { useEffect, useRef, useState } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { shiftDate } from "@/lib/platform/time/local-date";
import { todayIn } from "@/lib/platform/time/wall-clock";
import type { AppointmentOutput } from "@/lib/domain/appointments/schema";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { BookedMessage } from "./booked-message";
import { BookingFailure } from "./booking-failure";
import { ConfirmBooking, type BookingPatient } from "./confirm-booking";
import type { OwnVisit } from "./same-day-note";
import { ServiceChoice, type BookingService } from "./service-choice";
import { PICKER_DAYS, type NextSlot } from "./slot-days";
import { SignInToBook } from "./sign-in-to-book";
import { SlotPicker } from "./slot-picker";
import { useBookingAddress } from "./use-booking-address";
import { OWN_PRACTICE, useSlotClocks, type SlotZones } from "./use-slot-clocks";
import { useSlotHold } from "./use-slot-hold";

export type BookingPanelProps = {
  /** `fee`: of a visit without a service of its own. */
  doctor: { id: string; name: string; timeZone: string; fee?: string | null };
  services: BookingService[];
  serviceId: string | null;
  places: Record<string, string>;
  /** Their phone numbers, in the same way. */
  phones?: Record<string, string | null>;
  /** Their zones, in the same way. */
  zones: SlotZones;
  slots: OfferedSlot[];
  /** The first date in the address, else today. */
  firstDate: string | null;
  /** When the slots were read, for devices with wrong clocks. */
  asOf: string;
  /** The first available time anywhere, when there is none on these days. */
  nextSlot: NextSlot | null;
  /** Null for visitors: choosing a time leads them to sign in and back. */
  patients: BookingPatient[] | null;
  /** Their upcoming visits with this doctor, to warn of a second one on the same day. */
  ownVisits?: OwnVisit[];
  /** A time chosen elsewhere (a card in the directory). */
  wantedStart: string | null;
};

const EXPIRED = "We held this time for five minutes. Choose it again if it's still available.";
const NOT_A_PATIENT = "This account isn't a patient's. To book an appointment, sign in as a patient.";
const GONE = "The time you chose is no longer free. Please choose another one.";
/** A constant, so that an unchanged failure does not call for attention again. */
const GONE_FAILURE = { code: "slot-taken", message: GONE, requestId: "" } as const;
const failureFor = (code: "hold-expired" | "forbidden", message: string) => ({ code, message, requestId: "" });

/** Service → time → patient → booked. Selecting a time holds it for five minutes for this person alone. */
export function BookingPanel(props: BookingPanelProps) {
  const {
    doctor,
    services,
    serviceId,
    places,
    zones,
    phones = {},
    slots,
    asOf,
    patients,
    nextSlot,
    wantedStart,
  } = props;
  const clockOf = useSlotClocks(doctor.timeZone, zones);
  const address = useBookingAddress();
  const { held, failure, pendingKey, take, release, finish, setFailure } = useSlotHold({
    doctorId: doctor.id,
    serviceId,
    patients: patients ?? [],
  });
  const [draft, setDraft] = useState<{ patientId?: string; reason: string }>({ reason: "" });
  const [booked, setBooked] = useState<AppointmentOutput>();
  const panel = useRef<HTMLDivElement>(null);
  const today = todayIn(clockOf(slots[0] ?? OWN_PRACTICE), Date.parse(asOf));
  const firstDate = props.firstDate && props.firstDate > today ? props.firstDate : today;

  // A time chosen on another page is held once, if it is still available, and then removed from the address.
  const [isStartDone, setStartDone] = useState(false);
  const start = isStartDone ? null : wantedStart;
  const wantedSlot = slots.find((slot) => slot.start === start);
  const forgetStart = () => {
    if (!start) return;
    setStartDone(true);
    address.forgetStart(firstDate);
  };
  const shownFailure = failure ?? (start && !wantedSlot && !pendingKey ? GONE_FAILURE : undefined);

  const pick = (slot: OfferedSlot) => {
    if (!patients) return address.toSignIn(slot.start);
    if (slot.start !== start) forgetStart();
    if (patients.length === 0) setFailure(failureFor("forbidden", NOT_A_PATIENT));
    else take(slot, draft.patientId);
  };
  const wasTaken = useRef(false);
  useEffect(() => {
    if (wasTaken.current || !wantedSlot || !patients?.length) return;
    wasTaken.current = true;
    pick(wantedSlot);
  });

  if (booked) {
    const another = () => {
      setBooked(undefined);
      setDraft({ reason: "" });
    };
    return (
      <BookedMessage
        appointment={booked}
        doctorName={doctor.name}
        timeZone={zones[booked.hospitalId ?? ""] ?? doctor.timeZone}
        onAnother={another}
      />
    );
  }
  const service = services.find(({ id }) => id === serviceId);
  const chosenPatient = draft.patientId ?? held?.patientId ?? "";
  return (
    <div ref={panel}>
      {patients?.length === 0 && !failure ? <FormMessage tone="accent" title={NOT_A_PATIENT} className="mb-4" /> : null}
      <ServiceChoice services={services} serviceId={serviceId} onChoose={address.toService} />
      {!patients && wantedSlot ? (
        <SignInToBook slot={wantedSlot} clock={clockOf(wantedSlot)} onSignIn={address.toSignIn} />
      ) : null}
      {shownFailure ? <BookingFailure failure={shownFailure} clockOf={clockOf} onPick={pick} /> : null}
      <SlotPicker
        slots={slots}
        firstDate={firstDate}
        timeZone={doctor.timeZone}
        zones={zones}
        places={places}
        pendingKey={pendingKey}
        isLoading={address.isMoving}
        onPick={pick}
        onEarlier={firstDate > today ? () => address.toDate(shiftDate(firstDate, -PICKER_DAYS)) : undefined}
        onLater={() => address.toDate(shiftDate(firstDate, PICKER_DAYS))}
        nextDate={nextSlot ? todayIn(clockOf(nextSlot), Date.parse(nextSlot.start)) : undefined}
        day={address.day}
        onDay={address.showDay}
        onJump={address.toDate}
      />
      {held && patients ? (
        <ConfirmBooking
          {...held}
          doctor={doctor}
          timeZone={zones[held.slot.hospitalId ?? ""] ?? doctor.timeZone}
          place={places[held.slot.hospitalId ?? ""]}
          phone={phones[held.slot.hospitalId ?? ""] ?? null}
          fee={service?.fee ?? doctor.fee ?? null}
          patients={patients}
          patientId={chosenPatient}
          reason={draft.reason}
          onDraft={(change) => setDraft({ ...draft, patientId: chosenPatient, ...change })}
          ownVisits={props.ownVisits ?? []}
          serviceId={serviceId}
          serviceName={service?.name}
          onClose={(why) => {
            forgetStart();
            release(why === "expired" ? failureFor("hold-expired", EXPIRED) : undefined);
          }}
          onBooked={(appointment) => {
            forgetStart();
            finish();
            setBooked(appointment);
          }}
          onFailed={(error) => {
            forgetStart();
            release(error);
          }}
          focusAfter={() =>
            panel.current?.querySelector<HTMLElement>("[data-failure]") ??
            panel.current?.querySelector<HTMLElement>(`button[data-slot="${held.slot.start}"]`)
          }
        />
      ) : null}
    </div>
  );
}
