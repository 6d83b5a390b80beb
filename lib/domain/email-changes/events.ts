import type { EventDraft } from "@/lib/actor/record";

type Step = "requested" | "withdrawn" | "expired" | "done";

/** `email-change.requested`, `.withdrawn`, `.expired`, `.done`: for the account's own pages, and the administrators'. */
export function emailChangeEvent(step: Step, { id, userId }: { id: string; userId: string }): EventDraft {
  return {
    type: `email-change.${step}`,
    aggregate: "email-change",
    aggregateId: id,
    audience: [`user:${userId}`, "admin"],
    refs: {},
    sinks: ["channels"],
  };
}
