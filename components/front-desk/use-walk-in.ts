"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useRecipient } from "@/components/patients/recipient-fields";
import { formatInstant } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { toast } from "@/components/ui/toast";
import { walkInAction } from "@/lib/domain/appointments/actions";
import type { WalkInDoctor } from "@/lib/domain/appointments/list-walk-in-times";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";
import type { WalkInChoice } from "./walk-in-times";

type Props = { hospitalId: string; doctors: WalkInDoctor[]; serviceId: string | undefined };

/** A walk-in while it is entered, and booking it; what was entered stays when that fails. */
export function useWalkIn({ hospitalId, doctors, serviceId }: Props) {
  const reader = useReader();
  const router = useRouter();
  const recipient = useRecipient({ startsNew: true });
  const [reason, setReason] = useState("");
  const [choice, setChoice] = useState<WalkInChoice>({ departmentId: null, doctorId: null, when: "NEXT" });
  const [checkIn, setCheckIn] = useState(true);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBooking, startBooking] = useTransition();

  const book = () => {
    const said = recipient.read();
    if (!said) return;
    startBooking(async () => {
      setFailure(undefined);
      const { doctorId, departmentId, when } = choice;
      const who = doctorId ? { doctorId } : departmentId ? { departmentId } : {};
      const result = await tryAction(() =>
        walkInAction({
          hospitalId,
          ...who,
          ...said.sent,
          ...(serviceId ? { serviceId } : {}),
          when,
          checkIn,
          ...(reason.trim() ? { reason } : {}),
        }),
      );
      if (!result.ok) {
        setFailure(result.error);
        router.refresh();
        return;
      }
      const { id, start, status } = result.data;
      const doctor = doctors.find((one) => one.doctorId === result.data.doctorId)?.name ?? "the doctor";
      toast.success(status === "CHECKED_IN" ? "Booked and checked in" : "Booked", {
        description: `${formatInstant(start, "time", reader)} with ${doctor}`,
      });
      router.push(routes.hospital.appointment(id));
    });
  };
  return { recipient, reason, setReason, choice, setChoice, checkIn, setCheckIn, failure, isBooking, book };
}
