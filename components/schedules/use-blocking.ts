"use client";
import { useState, useTransition } from "react";
import { announceDoneToMany } from "@/components/contacts/announce-done";
import { useShowChange } from "@/components/realtime/use-show-change";
import { formatDate } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { blockHoursAction, previewBlockAction } from "@/lib/domain/schedules/actions";
import type { BlockInput, NamedVisit } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { clockOf, type WallClock } from "@/lib/platform/time/wall-clock";

type Extent = "afternoon" | "part" | "day";

const NOON = 13 * 60;

/** The day and the part of it that is blocked; from the next hour on when the afternoon has begun. */
export function useTimeToBlock(now: WallClock, wantedDate: string | undefined) {
  const [date, setDate] = useState(wantedDate && wantedDate >= now.date ? wantedDate : now.date);
  const isLate = date === now.date && now.minutes >= NOON;
  const nextHour = clockOf(Math.min(1380, Math.ceil(now.minutes / 60) * 60));
  const [extent, setExtent] = useState<Extent>(isLate ? "part" : "afternoon");
  const [start, setStart] = useState(isLate ? nextHour : "09:00");
  const [end, setEnd] = useState(isLate ? "24:00" : "12:00");
  return { date, setDate, extent, setExtent, start, setStart, end, setEnd, interval: intervalOf(extent, start, end) };
}

function intervalOf(extent: Extent, start: string, end: string): BlockInput["interval"] {
  if (extent === "day") return null;
  return extent === "afternoon" ? { start: clockOf(NOON), end: "24:00" } : { start, end };
}

/** Blocks the time; where that touches appointments, only once they have been shown (`displaced`). */
export function useBlocking(input: BlockInput, onDone: () => void) {
  const show = useShowChange();
  const { locale } = useReader();
  const [displaced, setDisplaced] = useState<NamedVisit[]>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBusy, startWork] = useTransition();
  const block = async () => {
    const result = await tryAction(() => blockHoursAction(input));
    if (!result.ok) return setFailure(result.error);
    announceDoneToMany(
      "Blocked. This time can no longer be booked.",
      result.data.notified,
      `${formatDate(input.date, "long-date", locale)}.`,
    );
    onDone();
    void show(result);
  };
  const next = () =>
    startWork(async () => {
      setFailure(undefined);
      if (displaced) return block();
      const preview = await tryAction(() => previewBlockAction(input));
      if (!preview.ok) return setFailure(preview.error);
      if (preview.data.some(({ isMarked }) => !isMarked)) setDisplaced(preview.data);
      else await block();
    });
  return { displaced, goBack: () => setDisplaced(undefined), failure, isBusy, next };
}
