import type { EventDraft } from "@/lib/actor/record";

type Kept = { id: string; doctorId: string | null; hospitalId: string | null };

/** A screen was added, or ended: for those who keep it, and for the screen itself. */
export function displayEvent(type: `display.${"added" | "ended"}`, { id, doctorId, hospitalId }: Kept): EventDraft {
  const keeper = hospitalId === null ? (`doctor:${doctorId}` as const) : (`hospital:${hospitalId}` as const);
  const audience: EventDraft["audience"] = type === "display.ended" ? [keeper, `display:${id}`] : [keeper];
  return { type, aggregate: "display", aggregateId: id, audience, refs: { displayId: id }, sinks: ["channels"] };
}
