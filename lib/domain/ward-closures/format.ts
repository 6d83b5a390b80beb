import type { DisruptionStatus } from "@/lib/domain/disruptions/status";
import { counted, plural } from "@/lib/platform/text/counted";
import type { AffectedCounts, WardClosureOutput } from "./schema";
import type { ClosurePhase, ClosureReason } from "./status";

export const REASON_LABELS: Record<ClosureReason, string> = {
  CLEANING: "Cleaning",
  WORKS: "Building works",
  INFECTION_CONTROL: "Infection control",
  STAFFING: "Not enough staff",
  OTHER: "Other reason",
};

export const PHASE_LABELS: Record<ClosurePhase, string> = {
  SCHEDULED: "Planned",
  CLOSED: "Closed",
  OVER: "Open again",
  UNDONE: "Undone",
};

export const PHASE_TONES = { SCHEDULED: "wait", CLOSED: "stop", OVER: "neutral", UNDONE: "neutral" } as const;

export const STATUS_LABELS: Record<DisruptionStatus, string> = {
  PREPARED: "Not announced",
  ANNOUNCED: "Announced",
  ENDED: "Ended",
  UNDONE: "Undone",
};

/** What is closed: "North" or "A1, A2 in North". */
export function closedName({ ward, beds }: { ward: string; beds: { label: string }[] | null }): string {
  if (beds === null) return ward;
  const [shown, more] = [beds.slice(0, 4), beds.length - 4];
  return `${shown.map(({ label }) => label).join(", ")}${more > 0 ? ` and ${more} more` : ""} in ${ward}`;
}

/** Says who has one of the beds, and how those with a reservation are told. */
export function affectedText({ inBed, planned, ...telling }: AffectedCounts): string {
  if (inBed + planned === 0) return "No one has one of these beds then.";
  const staying = `${counted(inBed, "patient is", "patients are")} in these beds and ${plural(inBed, "stays", "stay")} until you move them.`;
  const needed = `${counted(planned, "reservation needs", "reservations need")} another bed`;
  const told = [needed, listed(telling)].filter(Boolean).join(": ");
  return [inBed > 0 ? staying : null, planned > 0 ? `${told}.` : null].filter(Boolean).join(" ");
}

function listed({ told, toCall, unreachable }: Omit<AffectedCounts, "inBed" | "planned">): string {
  const parts = { "to be notified": told, "to be called": toCall, "out of reach": unreachable };
  return Object.entries(parts)
    .flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []))
    .join(", ");
}

/** Says how far telling the patients of reservations has got. */
export function toldText({
  waiting,
  ...telling
}: Pick<WardClosureOutput["counts"], "told" | "toCall" | "unreachable" | "waiting">) {
  const done = [
    telling.told > 0
      ? `${counted(telling.told, "patient")} with a reservation ${plural(telling.told, "was", "were")} notified`
      : null,
    telling.toCall > 0 ? `${telling.toCall} on the To call list` : null,
    telling.unreachable > 0 ? `${telling.unreachable} can't be reached at all` : null,
    waiting > 0 ? `${waiting} not told yet` : null,
  ].filter((part) => part !== null);
  return done.length > 0 ? `${done.join(", ")}.` : "No one had to be told.";
}
