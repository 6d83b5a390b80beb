import { isStaffOf, visiblePatientIds, type Actor } from "@/lib/actor/actor";
import type { Capacity, HistoryItem, HistoryReader, TrailEntry } from "./schema";

type Concerned = { patientId?: string | null; doctorId?: string | null; hospitalId?: string | null };

/**
 * Returns the capacity in which the actor acts on a thing of this patient, doctor and hospital; the patient's takes
 * precedence.
 */
export function capacityOf(actor: Actor, { patientId, doctorId, hospitalId }: Concerned): Capacity {
  if (actor.via === "system") return "system";
  if (patientId && actor.patientIds.includes(patientId)) return "patient";
  if (doctorId && actor.doctorId === doctorId) return "doctor";
  if (isStaffOf(actor, hospitalId ?? null)) return "staff";
  return actor.isAdmin ? "administrator" : "caller";
}

/** Returns the side from which the actor reads a patient's history; the patient's takes precedence. */
export function readerOf(actor: Actor, patientId: string): HistoryReader {
  return { side: visiblePatientIds(actor).includes(patientId) ? "patient" : "practice", userId: actor.userId };
}

type Done = Pick<TrailEntry, "as" | "via" | "userId" | "userName">;

/**
 * Says who did it and how, for the reader: "Front desk: Iva Dunmore", "The patient, online". Patients see no names of
 * front desk staff; null when the actor was not recorded.
 */
export function actorLabel({ as, via, userId, userName }: Done, reader: HistoryReader): string | null {
  const way = via === "token" ? ", through the API" : "";
  switch (as) {
    case null:
      return null;
    case "system":
      return "Automatically";
    case "patient":
      if (via === "link") return reader.side === "practice" ? "The patient, by a link" : "By a link in a message";
      return `${patientWords(userId, reader)}${way || ", online"}`;
    case "doctor":
      return `${userName ?? "The doctor"}${way}`;
    case "staff":
      return reader.side === "patient"
        ? `The hospital's front desk${way}`
        : `Front desk${userName ? `: ${userName}` : ""}${way}`;
    case "administrator":
      return `An administrator${way}`;
    case "caller":
      return `The caller${way}`;
  }
}

function patientWords(userId: string | null, reader: HistoryReader): string {
  if (reader.side === "practice") return "The patient";
  return userId !== null && userId === reader.userId ? "You" : "Someone who acts for the patient";
}

/** Turns a trail into history items, oldest first: the actions that have a text, each with who did it. */
export function historyItemsOf(
  trail: TrailEntry[],
  words: Record<string, string>,
  by: (entry: TrailEntry) => string | null,
): HistoryItem[] {
  return trail.flatMap((entry) => {
    const what = words[entry.action];
    return what ? [{ at: entry.at.toISOString(), what, by: by(entry) }] : [];
  });
}

/** Finds the entry of an action at about this moment: its stamp and its audit row are written in one transaction. */
export function entryAt(trail: TrailEntry[], action: string, at: Date): TrailEntry | undefined {
  return trail.find((entry) => entry.action === action && Math.abs(entry.at.getTime() - at.getTime()) < 5_000);
}
