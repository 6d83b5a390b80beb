import { Ban, BedSingle, Bookmark, BrushCleaning, DoorClosed, UserRound, type LucideIcon } from "lucide-react";
import { StatusBadge } from "@/components/ui/status-badge";
import { BED_CONDITION_LABELS, BED_CONDITION_TONES } from "@/lib/domain/beds/format";
import type { BedCondition } from "@/lib/domain/beds/status";

export const CONDITION_ICONS: Record<BedCondition, LucideIcon> = {
  FREE: BedSingle,
  RESERVED: Bookmark,
  OCCUPIED: UserRound,
  CLEANING: BrushCleaning,
  OUT_OF_SERVICE: Ban,
  CLOSED: DoorClosed,
};

/** A bed's condition: icon, word and colour. */
export function ConditionMark({ condition }: { condition: BedCondition }) {
  return (
    <StatusBadge
      tone={BED_CONDITION_TONES[condition]}
      label={BED_CONDITION_LABELS[condition]}
      icon={CONDITION_ICONS[condition]}
    />
  );
}
