import type { EventDraft } from "@/lib/actor/record";

/** `announcement.published`, `announcement.ended`: for every open page of a portal. */
export function announcementEvent(step: "published" | "ended", id: string): EventDraft {
  return {
    type: `announcement.${step}`,
    aggregate: "announcement",
    aggregateId: id,
    audience: ["everyone", "admin"],
    refs: {},
    sinks: ["channels"],
  };
}
