import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";

/** What the public reads of a doctor has changed: open pages read again. */
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
 * `hospital.change-requested`, `doctor.change-approved` and so on: what becomes of a change that administrators decide on.
 * A hospital's managers are told one by one. The public pages read again once it is approved.
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
