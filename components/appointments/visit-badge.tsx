import { CalendarClock } from "lucide-react";
import { StatusBadge } from "@/components/ui/status-badge";
import { STATUS_LABELS, STATUS_TONES } from "@/lib/domain/appointments/format";
import type { Visit } from "./visit";

/** A visit's status; one that needs a new time says that first. */
export function VisitBadge({ visit }: { visit: Pick<Visit, "status" | "needsRebooking"> }) {
  const { status, needsRebooking } = visit;
  const isOpen = status === "PENDING" || status === "CONFIRMED";
  if (needsRebooking && isOpen) return <StatusBadge tone="wait" label="Needs a new time" icon={CalendarClock} />;
  return <StatusBadge tone={STATUS_TONES[status]} label={STATUS_LABELS[status]} />;
}
