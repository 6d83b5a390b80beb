import type { Actor } from "@/lib/actor/actor";
import type { OpenHours } from "@/lib/domain/schedules/close-dates";
import { listComingVisits, type ComingVisit } from "@/lib/domain/schedules/queries";
import type { Tx } from "@/lib/platform/db/db";
import { MINUTE_MS } from "@/lib/platform/time/iso-text";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { appointmentDelayed } from "./events";
import { prepare, previewVisits, requireHours, underLock } from "./internal/prepare-disruption";
import { undoPrepared } from "./internal/replace-delay";
import { listToldHere } from "./internal/told-of-delay";
import type { AffectedVisit } from "./output";
import { getDisruption, type Disruption } from "./queries";
import type { LateInput } from "./schema";

/** The appointments that a delay affects, and until when: the end of the day at the last place. */
type Plan = { hours: OpenHours[]; visits: ComingVisit[]; date: string; endsAt: Date };

/**
 * Says that a doctor runs late today. Appointments keep their agreed times and are expected later; those who aren't here
 * yet are told two minutes later, or at once if asked; what was said before ends then, and those who were
 * told of a longer delay than is left for them hear that they're expected on time. Throws `not-found`, `invalid` (there
 * are no hours).
 */
export async function announceLate(actor: Actor, input: LateInput, now: Date = new Date()): Promise<Disruption> {
  const id = await underLock(actor, input, async (tx) => {
    const { date, endsAt, ...concerned } = await planIn(tx, input, now);
    const place = { doctorId: input.doctorId, hospitalId: input.hospitalId ?? null };
    const events = await undoPrepared(tx, place, now);
    const day = new Date(date);
    // The instant it was planned for: `tellPatients` works out from it who is expected when.
    const from = { firstOn: day, lastOn: day, createdAt: now };
    const columns = { kind: "LATE" as const, lateMinutes: input.minutes, ...from, endsAt };
    return prepare(tx, actor, input, { ...concerned, columns }, now, events);
  });
  return getDisruption(actor, id);
}

/** Returns which patients would be told of a delay, and how; changes nothing. Throws the same errors. */
export function previewLate(actor: Actor, input: LateInput, now: Date = new Date()): Promise<AffectedVisit[]> {
  return underLock(actor, input, async (tx) => {
    const { visits } = await planIn(tx, input, now);
    return previewVisits(tx, visits, appointmentDelayed);
  });
}

async function planIn(tx: Tx, input: LateInput, now: Date): Promise<Plan> {
  const hours = await requireHours(tx, input);
  const plan: Plan = { hours, visits: [], date: localDateAt(now, hours[0]?.timeZone ?? "UTC"), endsAt: now };
  // Patients whose time has just passed wait, too.
  const since = new Date(now.getTime() - input.minutes * MINUTE_MS);
  for (const { id, timeZone } of hours) {
    const midnight = startOfLocalDate(shiftDate(localDateAt(now, timeZone), 1), timeZone);
    if (midnight > plan.endsAt) plan.endsAt = midnight;
    const coming = await listComingVisits(tx, id, since);
    plan.visits.push(...coming.filter((visit) => visit.startsAt < midnight && isOut(visit)));
  }
  plan.visits.unshift(...(await listExpectedNow(tx, input, since, now)));
  return plan;
}

/** Those who were told to come so much later that their time has passed already with the delay as it is now. */
async function listExpectedNow(tx: Tx, { doctorId, hospitalId = null }: LateInput, since: Date, now: Date) {
  const told = await listToldHere(tx, { doctorId, hospitalId }, now);
  return told.filter((visit) => visit.startsAt <= since && isOut(visit));
}

/** Not here yet, and not asked to choose a new time. */
function isOut({ status, needsRebooking }: ComingVisit): boolean {
  return status !== "CHECKED_IN" && !needsRebooking;
}
