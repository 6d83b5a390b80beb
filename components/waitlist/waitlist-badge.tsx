import { StatusBadge } from "@/components/ui/status-badge";
import type { Tone } from "@/components/ui/tone";
import { WAITLIST_LABELS } from "@/lib/domain/waitlist/format";
import type { WaitlistStatus } from "@/lib/domain/waitlist/status";

const TONES: Record<WaitlistStatus, Tone> = {
  WAITING: "wait",
  OFFERED: "accent",
  FULFILLED: "good",
  LEFT: "neutral",
  EXPIRED: "neutral",
};

/** The state of an entry. */
export function WaitlistBadge({ status }: { status: WaitlistStatus }) {
  return <StatusBadge tone={TONES[status]} label={WAITLIST_LABELS[status]} />;
}
