import { STATUS_LABELS as VISIT_LABELS } from "@/lib/domain/appointments/format";
import { ALLERGY_STATUS_LABELS, CONDITION_STATUS_LABELS } from "@/lib/domain/background/format";
import type { TimelineEntry } from "@/lib/domain/timeline/schema";

/** A status worth a word: of a visit that didn't take place as planned, of what holds no longer. */
export function entryStatus({ type, status }: Pick<TimelineEntry, "type" | "status">): string | null {
  if (type === "VISIT" && status !== "COMPLETED") return wordOf(VISIT_LABELS, status);
  if (type === "ALLERGY" && status !== "ACTIVE") return wordOf(ALLERGY_STATUS_LABELS, status);
  return type === "CONDITION" && status !== "ACTIVE" ? wordOf(CONDITION_STATUS_LABELS, status) : null;
}

const wordOf = (words: Record<string, string>, status: string | null): string | null => words[status ?? ""] ?? null;
