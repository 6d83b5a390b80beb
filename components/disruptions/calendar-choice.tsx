"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import type { Holidays } from "@/lib/domain/disruptions/schema-closures";
import { routes } from "@/lib/site/routes";

type Props = Pick<Holidays, "calendars"> & { calendar: string; year: number };

/** Whose holidays these are: the country's, or one of its regions'; the choice is in the address. */
export function CalendarChoice({ calendars, calendar, year }: Props) {
  const router = useRouter();
  const [isMoving, startMoving] = useTransition();
  return (
    <div aria-busy={isMoving} className="w-full sm:w-64">
      <NativeSelect
        aria-label="Country or region"
        value={calendar}
        onChange={(event) => {
          const href = routes.hospital.holidays({ year: String(year), calendar: event.target.value });
          startMoving(() => router.push(href, { scroll: false }));
        }}
        options={calendars.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </div>
  );
}
