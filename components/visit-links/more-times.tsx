"use client";
import { useState } from "react";
import { FreeTimes, useFirstDate } from "@/components/appointments/free-times";
import { PICKER_DAYS } from "@/components/appointments/slot-days";
import { useFreeSlots } from "@/components/appointments/use-free-slots";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { useClock } from "@/components/ui/reader";
import { useNow } from "@/components/ui/use-now";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { LinkedVisit } from "@/lib/domain/visit-links/schema";
import { todayIn } from "@/lib/platform/time/wall-clock";
import type { Taker } from "./taker";

type Props = { visit: LinkedVisit; takers: Taker[]; onPick: (slot: OfferedSlot, taker: Taker) => void };

/** All available times of the same doctor or of a colleague, at the same place, a fortnight at a time. */
export function MoreTimes({ visit, takers, onPick }: Props) {
  const { serviceId, hospitalId, timeZone, start, place } = visit;
  const [doctorId, setDoctorId] = useState(takers[0]?.doctorId ?? visit.doctorId);
  const taker = takers.find((one) => one.doctorId === doctorId) ?? { doctorId: visit.doctorId, name: null };
  const today = todayIn(useClock(timeZone), useNow(start));
  const { firstDate, turn } = useFirstDate(today, today);
  const wanted = { doctorId: taker.doctorId, serviceId, hospitalId: hospitalId ?? undefined };
  const free = useFreeSlots({ ...wanted, firstDate, days: PICKER_DAYS });
  return (
    <div className="grid gap-5">
      {takers.length > 1 ? (
        <Field label="With">
          <NativeSelect
            value={taker.doctorId}
            onChange={(event) => setDoctorId(event.target.value)}
            options={takers.map(({ doctorId: value, name }) => ({ value, label: name ?? "The same doctor" }))}
          />
        </Field>
      ) : null}
      <FreeTimes
        free={free}
        {...turn}
        timeZone={timeZone}
        placeId={hospitalId ?? ""}
        places={{ [hospitalId ?? ""]: place.name ?? "The practice" }}
        onPick={(slot) => onPick(slot, taker)}
      />
    </div>
  );
}
