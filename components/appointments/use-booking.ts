"use client";
import { useState } from "react";
import type { AppointmentOutput } from "@/lib/domain/appointments/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { failureFor, useChosenTime, type Choosing } from "./use-chosen-time";

const EXPIRED = "We held this time for five minutes. Choose it again if it's still available.";

/** A booking, from choosing the time until it is booked. What is filled in survives a lost time. */
export function useBooking(choosing: Choosing) {
  const [draft, setDraft] = useState<{ patientId?: string; reason: string }>({ reason: "" });
  const [booked, setBooked] = useState<AppointmentOutput>();
  const { release, finish, forgetStart, ...time } = useChosenTime(choosing, draft.patientId);
  const patientId = draft.patientId ?? time.held?.patientId ?? "";
  return {
    ...time,
    booked,
    bookAnother: () => {
      setBooked(undefined);
      setDraft({ reason: "" });
    },
    /** The last step: what is filled in, and how it ends. */
    confirmation: {
      patientId,
      reason: draft.reason,
      onDraft: (change: Partial<typeof draft>) => setDraft({ ...draft, patientId, ...change }),
      onClose: (why: "given-up" | "expired") => {
        forgetStart();
        release(why === "expired" ? failureFor("hold-expired", EXPIRED) : undefined);
      },
      onBooked: (appointment: AppointmentOutput) => {
        forgetStart();
        finish();
        setBooked(appointment);
      },
      onFailed: (error: ActionFailure) => {
        forgetStart();
        release(error);
      },
    },
  };
}
