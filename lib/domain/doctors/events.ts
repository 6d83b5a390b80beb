import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";

/** A doctor's public profile has changed: open pages refresh. */
export function doctorProfileChanged(doctorId: string): EventDraft {
  return {
    type: "doctor.profile-changed",
    aggregate: "doctor",
    aggregateId: doctorId,
    audience: [`public-doctor:${doctorId}`, `doctor:${doctorId}`],
    sinks: ["channels"],
  };
}

type ChangeNews = "requested" | "withdrawn" | "approved" | "rejected";

/**
 * `hospital.change-requested`, `doctor.change-approved` and so on: the outcome of a change that administrators decide
 * on. A hospital's managers are notified individually. The public pages refresh once it is approved.
 */
export function profileChangeEvent(
  { kind, id }: { kind: "hospital" | "doctor"; id: string },
  news: ChangeNews,
  managerIds: string[],
): EventDraft {
  const managers = managerIds.map((userId): Audience => `user:${userId}`);
  const readers: Audience[] = news === "approved" ? [`public-${kind}:${id}`] : [];
  return {
    type: `${kind}.change-${news}`,
    aggregate: kind,
    aggregateId: id,
    audience: [`${kind}:${id}`, "admin", ...managers, ...readers],
    refs: { [`${kind}Id`]: id },
    sinks: news === "withdrawn" ? ["channels"] : ["channels", "notifications"],
  };
}
