import { z } from "zod";
import { dayOf } from "@/app/(hospital)/hospital/require-desk";
import { APPOINTMENT_STATUSES, type AppointmentStatus } from "@/lib/domain/appointments/status";
import type { DeskFilter } from "@/lib/domain/front-desk/list-desk";
import { sealedName } from "@/lib/domain/lookup/schema";
import { localDate, uuid } from "@/lib/platform/input/text";

/** The parameters of the list's address. `days`: instead of one day everything upcoming, or everything past. */
export const deskSearch = z.object({
  date: localDate.optional(),
  days: z.enum(["coming", "past"]).optional(),
  doctor: uuid.optional(),
  status: z.enum([...APPOINTMENT_STATUSES, "REBOOK"]).optional(),
  name: sealedName.optional(),
  cursor: z.string().max(1024).optional(),
});
export type DeskSearch = z.output<typeof deskSearch>;

/** Converts the address into a query, in the hospital's own calendar; `name` is the unsealed one. */
export function filterOf(search: DeskSearch, name: string | undefined, timeZone: string, now: Date): DeskFilter {
  const { status, doctor } = search;
  const narrowed: DeskFilter = { doctorId: doctor, name };
  if (status === "REBOOK") narrowed.needsRebooking = true;
  else if (status) narrowed.status = status satisfies AppointmentStatus;
  if (search.days === "coming") return { ...narrowed, from: now };
  if (search.days === "past") return { ...narrowed, to: now };
  const { from, to } = dayOf(timeZone, now, search.date);
  return { ...narrowed, from, to };
}
