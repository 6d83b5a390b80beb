"use client";
import { Video } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatDate } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";

/** `own`: the same instant by the reader's clock, where it differs. */
type Look = { slot: OfferedSlot; label: string; own: string | null };
type Props = Look & { place: string | undefined; date: string; isPending: boolean; onPick: () => void };

/** One available time. */
export function SlotTime({ slot, label, own, place, date, isPending, onPick }: Props) {
  const { locale } = useReader();
  const said = [
    label,
    formatDate(date, "date", locale),
    place,
    slot.mode === "VIDEO" ? "by video" : null,
    own ? `${own} your time` : null,
  ];
  return (
    <Button
      variant="secondary"
      className="h-auto min-h-10 px-1 py-1.5 tabular pointer-coarse:min-h-11"
      pending={isPending}
      aria-label={said.filter(Boolean).join(", ")}
      data-slot={slot.start}
      onClick={onPick}
    >
      <SlotFace slot={slot} label={label} own={own} />
    </Button>
  );
}

/** A time that someone else has just taken, in its old place. */
export function GoneTime(look: Look) {
  return (
    <div
      aria-hidden
      className="flex min-h-10 items-center justify-center rounded-md border border-dashed border-line px-1 py-1.5 text-sm text-quiet tabular line-through pointer-coarse:min-h-11"
    >
      <SlotFace {...look} />
    </div>
  );
}

/** The place's time, and the reader's below it. */
export function SlotFace({ slot, label, own }: Look) {
  return (
    <span className="grid justify-items-center text-center whitespace-normal">
      <span className="flex items-center gap-2">
        {label}
        {slot.mode === "VIDEO" ? <Video aria-hidden /> : null}
      </span>
      {own ? <span className="text-xs font-normal text-quiet">{own} yours</span> : null}
    </span>
  );
}
