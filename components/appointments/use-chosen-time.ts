"use client";
import { useEffect, useRef, useState } from "react";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { BookingPatient } from "./confirm-booking";
import type { useBookingAddress } from "./use-booking-address";
import { useSlotHold } from "./use-slot-hold";

export type Choosing = {
  doctorId: string;
  serviceId: string | null;
  slots: OfferedSlot[];
  /** Null for visitors: choosing a time leads them to sign in and back. */
  patients: BookingPatient[] | null;
  /** A time chosen elsewhere (a card in the directory). */
  wantedStart: string | null;
  /** The first date shown: it stays in the address when the wanted time leaves it. */
  firstDate: string;
  address: ReturnType<typeof useBookingAddress>;
};

export const NOT_A_PATIENT = "This account isn't a patient's. To book an appointment, sign in as a patient.";
const GONE = "The time you chose is no longer free. Please choose another one.";
/** A constant, so that an unchanged failure does not call for attention again. */
const GONE_FAILURE = { code: "slot-taken", message: GONE, requestId: "" } as const;
export const failureFor = (code: "hold-expired" | "forbidden", message: string) => ({ code, message, requestId: "" });

/** The time chosen here or on another page, held for `patientId` if possible, else for another of the patients. */
export function useChosenTime(choosing: Choosing, patientId: string | undefined) {
  const { doctorId, serviceId, address } = choosing;
  const { start, wantedSlot, forgetStart } = useWantedStart(choosing);
  const patients = choosing.patients ?? [];
  const { take, setFailure, ...hold } = useSlotHold({ doctorId, serviceId, patients });

  const pick = (slot: OfferedSlot) => {
    if (!choosing.patients) return address.toSignIn(slot.start);
    if (slot.start !== start) forgetStart();
    if (patients.length === 0) setFailure(failureFor("forbidden", NOT_A_PATIENT));
    else take(slot, patientId);
  };
  const wasTaken = useRef(false);
  useEffect(() => {
    if (wasTaken.current || !wantedSlot || patients.length === 0) return;
    wasTaken.current = true;
    pick(wantedSlot);
  });

  const isGone = start && !wantedSlot && !hold.pendingKey;
  return { ...hold, shownFailure: hold.failure ?? (isGone ? GONE_FAILURE : undefined), wantedSlot, pick, forgetStart };
}

/** A time chosen on another page is held once, if it is still available, and then removed from the address. */
function useWantedStart({ slots, wantedStart, firstDate, address }: Choosing) {
  const [isStartDone, setStartDone] = useState(false);
  const start = isStartDone ? null : wantedStart;
  const forgetStart = () => {
    if (!start) return;
    setStartDone(true);
    address.forgetStart(firstDate);
  };
  return { start, wantedSlot: slots.find((slot) => slot.start === start), forgetStart };
}
