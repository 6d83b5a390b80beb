import type { Actor } from "@/lib/actor/actor";
import { closeDates } from "@/lib/domain/schedules/close-dates";
import { appointmentNeedsRebooking, availabilityChanged } from "@/lib/domain/schedules/events";
import type { Tx } from "@/lib/platform/db/db";
import { claimedDates } from "./internal/claimed-dates";
import { blocksIn, planDays, type DaysPlan } from "./internal/plan-days";
import { prepare, previewVisits, requireHours, underLock } from "./internal/prepare-disruption";
import type { AffectedVisit } from "./output";
import { getDisruption, type Disruption } from "./queries";
import type { AwayInput } from "./schema";

/**
 * Closes a doctor's hours for an absence, by each place's own clock, so that nothing more is booked in them. The patients
 * affected are told two minutes later, or at once if asked; until then it can be undone.
 * Throws `not-found`, `invalid` (it is over, or there are no hours).
 */
export async function announceAway(actor: Actor, input: AwayInput, now: Date = new Date()): Promise<Disruption> {
  const id = await underLock(actor, input, async (tx) => {
    const plan = await planIn(tx, input, now);
    const { hours, visits, endsAt } = plan;
    const blocks = blocksIn(plan, await claimedDates(tx, hours));
    const events = [...(await closeDates(tx, hours, blocks)), availabilityChanged(input.doctorId)];
    const columns = { kind: "AWAY" as const, ...datesIn(input), blocks, endsAt };
    return prepare(tx, actor, input, { hours, visits, columns }, now, events);
  });
  return getDisruption(actor, id);
}

/** Returns which patients would be told of an absence, and how; changes nothing. Throws the same errors. */
export function previewAway(actor: Actor, input: AwayInput, now: Date = new Date()): Promise<AffectedVisit[]> {
  return underLock(actor, input, async (tx) => {
    const { visits } = await planIn(tx, input, now);
    return previewVisits(tx, visits, appointmentNeedsRebooking);
  });
}

async function planIn(tx: Tx, input: AwayInput, now: Date): Promise<DaysPlan> {
  return planDays(tx, await requireHours(tx, input), [input], now);
}

function datesIn({ from, to, interval }: AwayInput) {
  return {
    firstOn: new Date(from),
    lastOn: new Date(to),
    startTime: interval?.start ?? null,
    endTime: interval?.end ?? null,
  };
}
