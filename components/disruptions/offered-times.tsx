"use client";
import { WhoseTimes } from "@/components/appointments/slot-picker";
import { useSlotClocks } from "@/components/appointments/use-slot-clocks";
import { useWork } from "@/components/contacts/use-work";
import { Card } from "@/components/ui/card";
import { rescheduleAction } from "@/lib/domain/appointments/actions";
import type { Offers } from "@/lib/domain/disruptions/schema";
import { TimeButtons } from "./time-buttons";

type Props = { offers: Offers; version: number; timeZone: string };

/** The nearest times with the same doctor and with colleagues; one tap takes one. */
export function OfferedTimes({ offers: { appointmentId, same, colleagues }, version, timeZone }: Props) {
  const { run, pending } = useWork();
  const clockOf = useSlotClocks(timeZone);
  const take = (doctorId: string, start: string, scheduleId: string) =>
    void run(start + doctorId, "Your appointment has a new time.", () =>
      rescheduleAction({ id: appointmentId, version, start, scheduleId, doctorId }),
    );
  const offered = [same, ...colleagues].filter(({ slots }) => slots.length > 0);
  if (offered.length === 0) return null;
  return (
    <Card as="section" aria-label="Nearest times" className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="text-base">Nearest times</h2>
        <WhoseTimes slots={offered.flatMap(({ slots }) => slots)} clockOf={clockOf} timeZone={timeZone} />
      </div>
      {offered.map(({ doctorId, doctorName, slots }) => (
        <TimeButtons
          key={doctorId}
          title={doctorName}
          slots={slots}
          timeZone={timeZone}
          pending={slots.find(({ start }) => pending === start + doctorId)?.start}
          isDisabled={pending !== undefined}
          onTake={({ start, scheduleId }) => take(doctorId, start, scheduleId)}
        />
      ))}
    </Card>
  );
}
