import { StatusBadge } from "@/components/ui/status-badge";
import { STATUS_LABELS, STATUS_TONES } from "@/lib/domain/beds/format";
import type { BedBookingStatus } from "@/lib/domain/beds/status";

/** The status of a stay. */
export function StayBadge({ status }: { status: BedBookingStatus }) {
  return <StatusBadge tone={STATUS_TONES[status]} label={STATUS_LABELS[status]} />;
}
