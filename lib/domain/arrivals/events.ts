import type { EventDraft } from "@/lib/actor/record";
import type { Owner } from "@/lib/actor/owner";

/** The code at an entrance was replaced: for those who post it. */
export function codeRenewed(id: string, { doctorId, hospitalId }: Owner): EventDraft {
  const keeper = hospitalId === null ? (`doctor:${doctorId}` as const) : (`hospital:${hospitalId}` as const);
  return {
    type: "arrival-code.renewed",
    aggregate: "arrival-code",
    aggregateId: id,
    audience: [keeper],
    refs: {},
    sinks: ["channels"],
  };
}
