"use client";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { useReader } from "@/components/ui/reader";
import { Select } from "@/components/ui/select";
import { holdSlotAction, releaseHoldAction } from "@/lib/domain/appointments/actions";
import type { AppointmentOutput, Hold } from "@/lib/domain/appointments/schema";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { Alternatives } from "./alternatives";
import { BookedMessage } from "./booked-message";
import { ConfirmBooking, type BookingPatient } from "./confirm-booking";
import { addDays, todayIn } from "./slot-days";
import { PICKER_DAYS, SlotPicker } from "./slot-picker";

export type BookingService = { id: string; name: string; durationMinutes: number; fee: string | null };

export type BookingPanelProps = {
  doctor: { id: string; name: string; timeZone: string };
  services: BookingService[];
  serviceId: string | null;
  places: Record<string, string>;
  slots: OfferedSlot[];
  /** First date asked for in the address, else today. */
  firstDate: string | null;
  /** The instant the slots were read, for clocks that go wrong. */
  asOf: string;
  /** First free time after the fortnight, when it has none. */
  nextStart: string | null;
  /** Null for visitors: choosing a time leads them to the sign-in and back. */
  patients: BookingPatient[] | null;
  /** A time chosen elsewhere (a card of the directory). */
  wantedStart: string | null;
};

type Held = { hold: Hold; slot: OfferedSlot };

/** Service → time → for whom → booked. A tap on a time takes it for five minutes for this person alone. */
export function BookingPanel(props: BookingPanelProps) {
  const { doctor, services, serviceId, places, slots, asOf, patients, nextStart, wantedStart } = props;
  const reader = useReader();
  const navigate = useBookingAddress();
  const [isHolding, startHolding] = useTransition();
  const [pendingStart, setPendingStart] = useState<string>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [held, setHeld] = useState<Held>();
  const [booked, setBooked] = useState<AppointmentOutput>();
  const today = todayIn(reader.timeZone, Date.parse(asOf));
  const firstDate = props.firstDate && props.firstDate > today ? props.firstDate : today;

  const pick = (slot: OfferedSlot) => {
    if (!patients) return navigate.toSignIn(slot.start);
    setFailure(undefined);
    setPendingStart(slot.start);
    startHolding(async () => {
      const wanted = { doctorId: doctor.id, start: slot.start, scheduleId: slot.scheduleId, ...(serviceId ? { serviceId } : {}) };
      const result = await holdSlotAction(wanted);
      setPendingStart(undefined);
      if (result.ok) setHeld({ hold: result.data, slot });
      else setFailure(result.error);
    });
  };

  // A time chosen on another page is taken up once, if it is still free.
  const wasWanted = useRef(false);
  useEffect(() => {
    if (wasWanted.current || !wantedStart) return;
    wasWanted.current = true;
    const slot = slots.find((one) => one.start === wantedStart);
    navigate.forgetStart();
    if (slot && patients) pick(slot);
    else if (!slot) setFailure({ code: "slot-taken", message: "The time you chose has gone meanwhile. Please choose another.", requestId: "" });
  });

  if (booked) return <BookedMessage appointment={booked} doctorName={doctor.name} timeZone={doctor.timeZone} onAnother={() => setBooked(undefined)} />;
  return (
    <div>
      {services.length > 0 ? (
        <Field label="What for" className="mb-5">
          <Select
            value={serviceId ?? "any"}
            onValueChange={(value) => navigate.toService(value === "any" ? null : value)}
            options={[
              { value: "any", label: "General visit" },
              ...services.map((service) => ({
                value: service.id,
                label: [service.name, `${service.durationMinutes} min`, service.fee].filter(Boolean).join(" · "),
              })),
            ]}
          />
        </Field>
      ) : null}
      {failure ? (
        <FormMessage title={failure.message} className="mb-4">
          <Alternatives failure={failure} onPick={pick} />
        </FormMessage>
      ) : null}
      <SlotPicker
        slots={slots}
        firstDate={firstDate}
        timeZone={doctor.timeZone}
        places={places}
        pendingStart={isHolding ? pendingStart : undefined}
        onPick={pick}
        onEarlier={firstDate > today ? () => navigate.toDate(addDays(firstDate, -PICKER_DAYS)) : undefined}
        onLater={() => navigate.toDate(addDays(firstDate, PICKER_DAYS))}
        nextDate={nextStart ? todayIn(reader.timeZone, Date.parse(nextStart)) : undefined}
        onJump={navigate.toDate}
      />
      {held && patients ? (
        <ConfirmBooking
          {...held}
          doctor={doctor}
          place={places[held.slot.hospitalId ?? ""]}
          patients={patients}
          serviceId={serviceId}
          serviceName={services.find((service) => service.id === serviceId)?.name}
          asOf={asOf}
          onClose={(reason) => {
            if (reason === "given-up") void releaseHoldAction({ id: held.hold.id });
            setHeld(undefined);
          }}
          onBooked={(appointment) => {
            setHeld(undefined);
            setBooked(appointment);
          }}
          onFailed={(error) => {
            setHeld(undefined);
            setFailure(error);
          }}
        />
      ) : null}
    </div>
  );
}

/** The address carries service and date, so that a page can be shared, reloaded and come back to. */
function useBookingAddress() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const go = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    return `${pathname}${next.size > 0 ? `?${next}` : ""}`;
  };
  const replace = (changes: Record<string, string | null>) => router.replace(go(changes) as Route, { scroll: false });
  return {
    toDate: (date: string) => replace({ from: date }),
    toService: (id: string | null) => replace({ service: id, from: null }),
    forgetStart: () => window.history.replaceState(null, "", go({ start: null })),
    toSignIn: (start: string) => router.push(`/sign-in?from=${encodeURIComponent(go({ start }))}` as Route),
  };
}
