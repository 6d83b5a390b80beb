import type { EventDraft } from "@/lib/actor/record";

/** What an account hears of, and where, has changed: open settings read it again. */
export function preferencesChanged(userId: string): EventDraft {
  return {
    type: "preferences.changed",
    aggregate: "user",
    aggregateId: userId,
    audience: [`user:${userId}`],
    refs: {},
    sinks: ["channels"],
  };
}
