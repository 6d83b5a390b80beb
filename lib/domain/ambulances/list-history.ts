import { unsafeListTrail, unsafeListTrails } from "@/lib/domain/history/queries";
import { actorLabel, entryAt, historyItemsOf } from "@/lib/domain/history/rules";
import type { HistoryItem, TrailEntry } from "@/lib/domain/history/schema";
import { isStaffOf, type Actor } from "@/lib/actor/actor";
import { stampsOf } from "./format";
import { stampTexts } from "./output";
import { getCall, type CallRow } from "./queries";
import type { AmbulanceBookingStatus } from "./status";

const ACTION = "ambulance-booking";

const WORDS: Record<string, string> = {
  [`${ACTION}.request`]: "Requested",
  [`${ACTION}.escalate`]: "The next hospital was asked",
  [`${ACTION}.ask-again`]: "A hospital with a free vehicle was asked",
  [`${ACTION}.decline-offer`]: "A hospital declined",
  [`${ACTION}.end-unserved`]: "No hospital could send one",
  [`${ACTION}.verify-caller`]: "The caller was rung back",
  [`${ACTION}.dispatched`]: "A vehicle was sent",
  [`${ACTION}.replace-vehicle`]: "Another vehicle took over",
  [`${ACTION}.en-route`]: "On the way",
  [`${ACTION}.on-scene`]: "With the patient",
  [`${ACTION}.transporting`]: "On the way to the hospital",
  [`${ACTION}.arrived`]: "Arrived at the hospital",
  [`${ACTION}.name-patient`]: "Patient identified",
  [`${ACTION}.completed`]: "Completed",
  [`${ACTION}.declined`]: "Declined",
  [`${ACTION}.cancelled`]: "Cancelled",
};

/** Returns what happened to an ambulance request, and who did it. Throws `not-found` for a call the actor may not see. */
export async function listCallHistory(actor: Actor, id: string): Promise<HistoryItem[]> {
  await getCall(actor, id);
  return historyItemsOf(await unsafeListTrail(ACTION, id), WORDS, (entry) => actorLabelOf(entry, actor));
}

/** Who took a call into each of its states. */
export type StepActors = Partial<Record<AmbulanceBookingStatus, string>>;
type Stamped = Parameters<typeof stampTexts>[0] & Pick<CallRow, "id" | "createdAt" | "status">;

/** Returns who took the steps of calls shown to the reader, by call. */
export async function listStepActors(actor: Actor, calls: Stamped[]): Promise<Map<string, StepActors>> {
  const trails = await unsafeListTrails(
    ACTION,
    calls.map(({ id }) => id),
  );
  return new Map(calls.map((call) => [call.id, stepActorsOf(call, trails.get(call.id) ?? [], actor)]));
}

function stepActorsOf(call: Stamped, trail: TrailEntry[], actor: Actor): StepActors {
  const stamps = stampsOf({ ...stampTexts(call), createdAt: call.createdAt.toISOString(), status: call.status });
  const known = stamps.flatMap(({ status, at }) => {
    const step = status === "REQUESTED" ? "request" : status.toLowerCase().replace("_", "-");
    const entry = entryAt(trail, `${ACTION}.${step}`, new Date(at));
    const by = entry && actorLabelOf(entry, actor);
    return by ? [[status, by] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Staff see names of their own hospital's people only, because a call passes many hospitals. */
function actorLabelOf(entry: TrailEntry, actor: Actor): string | null {
  if (entry.as !== "staff" || isStaffOf(actor, entry.hospitalId))
    return actorLabel(entry, {
      side: actor.patientIds.length > 0 && !actor.staffRole ? "patient" : "practice",
      userId: actor.userId,
    });
  return actor.staffRole ? "Another hospital" : actorLabel(entry, { side: "patient", userId: actor.userId });
}
