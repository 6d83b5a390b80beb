import type { Route } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getDeskHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { requirePageActor } from "@/lib/actor/session";

const hospitalOf = cache(getDeskHospital);

/** Returns who is viewing this page, and the hospital where they work; 404 for everyone else. */
export async function requireDesk(from: Route) {
  const actor = await requirePageActor(from);
  if (!actor.hospitalId || !actor.staffRole) notFound();
  return { actor, hospital: await hospitalOf(actor), isManager: actor.staffRole === "MANAGER" };
}

export type Desk = Awaited<ReturnType<typeof requireDesk>>;

/** Returns a day of the hospital's own calendar, today by default, as a half-open window of instants. */
export function dayOf(timeZone: string, now: Date, date: string = localDateAt(now, timeZone)) {
  return { date, from: startOfLocalDate(date, timeZone), to: startOfLocalDate(shiftDate(date, 1), timeZone) };
}
