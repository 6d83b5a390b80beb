"use client";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { formatInstant } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { toast } from "@/components/ui/toast";
import { bookAction } from "@/lib/domain/appointments/actions";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";
import type { BookForPatientProps } from "./book-for-patient";

type Wanted = { hospitalId: string; doctorId: string | null; serviceId: string | null };

/** The chosen time and booking it for a patient. `times` and `rest` are the two halves, scrolled to in turn. */
export function useDeskBooking({ hospitalId, doctorId, serviceId }: Wanted) {
  const reader = useReader();
  const router = useRouter();
  const [slot, setSlot] = useState<OfferedSlot>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBooking, startBooking] = useTransition();
  const times = useRef<HTMLDivElement>(null);
  const rest = useRef<HTMLDivElement>(null);

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
      const { start, scheduleId } = slot;
      const wanted = { doctorId, ...recipient, start, scheduleId, hospitalId };
      const more = { ...(serviceId ? { serviceId } : {}), ...(reason.trim() ? { reason } : {}) };
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
  return { slot, failure, isBooking, pick, book, times, rest };
}
