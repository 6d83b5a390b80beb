"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { holdSlotAction, releaseHoldAction } from "@/lib/domain/appointments/actions";
import { bookingTerms, type BookingTerms, type Hold } from "@/lib/domain/appointments/schema";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import type { BookingPatient } from "./confirm-booking";
import { slotKey } from "./slot-days";

/** How long a hold lasts, from which the server's clock is derived. */
const HOLD_MS = 5 * 60_000;

/** `hold` null: too many times are held; this one can be booked, but someone else may be faster. */
export type Held = {
  hold: Hold | null;
  terms: BookingTerms | undefined;
  slot: OfferedSlot;
  patientId: string;
  serverNow: string;
};

type Wanted = { doctorId: string; serviceId: string | null; patients: BookingPatient[] };

/** Holds a slot for this person while they decide: taking it, releasing it, losing it. */
export function useSlotHold({ doctorId, serviceId, patients }: Wanted) {
  const router = useRouter();
  const [held, setHeld] = useState<Held>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [pendingKey, setPendingKey] = useState<string>();
  const [, startTaking] = useTransition();

  const take = (slot: OfferedSlot, firstChoice: string | undefined) => {
    setFailure(undefined);
    setPendingKey(slotKey(slot));
    startTaking(async () => {
      const wanted = { doctorId, start: slot.start, scheduleId: slot.scheduleId, ...(serviceId ? { serviceId } : {}) };
      const answer = await holdForOneOf(patients, firstChoice, wanted);
      startTaking(() => {
        setPendingKey(undefined);
        const { result, patientId } = answer;
        if (!result.ok && result.error.code !== "hold-limit") return setFailure(result.error);
        const hold = result.ok ? result.data : null;
        const terms = result.ok ? result.data.terms : bookingTerms.safeParse(result.error.extra?.terms).data;
        const serverNow = hold ? new Date(Date.parse(hold.expiresAt) - HOLD_MS).toISOString() : "";
        setHeld({ hold, terms, slot, patientId, serverNow });
      });
    });
  };

  const release = (why?: ActionFailure) => {
    const released = held?.hold;
    setHeld(undefined);
    setFailure(why);
    startTaking(async () => {
      if (released) await tryAction(() => releaseHoldAction({ id: released.id }));
      startTaking(() => router.refresh());
    });
  };

  /** Booked: the appointment has replaced the hold. */
  const finish = () => {
    setHeld(undefined);
    setFailure(undefined);
  };

  return { held, failure, pendingKey, take, release, finish, setFailure };
}

type HoldRequest = { doctorId: string; start: string; scheduleId: string; serviceId?: string };

/** Holds the slot for the first patient without another visit then. */
async function holdForOneOf(patients: BookingPatient[], firstChoice: string | undefined, request: HoldRequest) {
  const [first, ...others] = [...patients].sort((a, b) => Number(b.id === firstChoice) - Number(a.id === firstChoice));
  const holdFor = (patientId: string) => tryAction(() => holdSlotAction({ ...request, patientId }));
  let patientId = first?.id ?? "";
  let result = await holdFor(patientId);
  for (const other of others) {
    if (result.ok || result.error.code !== "patient-busy") break;
    patientId = other.id;
    result = await holdFor(patientId);
  }
  return { result, patientId };
}
