import { StatusBadge } from "@/components/ui/status-badge";
import { stateLabel, STATUS_TONES } from "@/lib/domain/appointments/format";
import type { DeskCard } from "./desk-card";

/** A visit's status; one outside the doctor's hours says so too. */
export function DeskState({ visit }: { visit: Pick<DeskCard, "status" | "needsRebooking" | "attendanceConfirmedAt"> }) {
  const { status, needsRebooking } = visit;
  const isOpen = status === "CONFIRMED" || status === "PENDING";
  return (
    <span className="flex flex-wrap gap-1.5 compact:flex-nowrap">
      <StatusBadge
        tone={STATUS_TONES[status]}
        label={stateLabel(visit)}
        {...(status === "PENDING" ? { short: "Unconfirmed" } : {})}
      />
      {needsRebooking && isOpen ? <StatusBadge tone="wait" label="Needs a new time" short="New time" /> : null}
    </span>
  );
}
