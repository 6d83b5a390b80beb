import { StatusBadge } from "@/components/ui/status-badge";
import type { Tone } from "@/components/ui/tone";
import { DUENESS_LABELS, RECALL_LABELS } from "@/lib/domain/recalls/format";
import type { RecallCard } from "@/lib/domain/recalls/output";
import type { Dueness, RecallState } from "@/lib/domain/recalls/status";

const TONES: Record<RecallState, Tone> = { OPEN: "neutral", BOOKED: "good", DISMISSED: "neutral", REMOVED: "neutral" };
const DUE_TONES: Record<Dueness, Tone> = { LATER: "neutral", DUE: "wait", OVERDUE: "stop" };

/** What has become of a recall; of an open one, how near it is. */
export function RecallBadge({ recall: { state, due } }: { recall: Pick<RecallCard, "state" | "due"> }) {
  if (due) return <StatusBadge tone={DUE_TONES[due]} label={DUENESS_LABELS[due]} />;
  return <StatusBadge tone={TONES[state]} label={RECALL_LABELS[state]} />;
}
