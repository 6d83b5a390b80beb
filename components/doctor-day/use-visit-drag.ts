"use client";
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from "react";
import { useFreeSlots } from "@/components/appointments/use-free-slots";
import { wallClock } from "@/lib/platform/time/wall-clock";
import { choicesFor } from "@/lib/domain/appointments/format";
import type { VisitCard } from "@/lib/domain/appointments/output";
import type { Clock } from "@/lib/platform/time/clock";
import { HOUR_PX, nearestFree, type FreePlace, type PlacedVisit } from "./calendar-layout";

export type Drag = { visit: VisitCard; date: string; minutes: number; length: number };
export type Drop = { visit: VisitCard; date: string; minutes: number; target: FreePlace | undefined };

const MOVED_PX = 6;
const RASTER_MINUTES = 5;

type Options = { dates: string[]; firstHour: number; clock: Clock; onDrop: (drop: Drop) => void };

/**
 * Drags a visit with the mouse: where it hovers, the available times, and where it was dropped. Escape cancels. Touch
 * scrolls instead; touch and keyboard users have the dialog.
 */
export function useVisitDrag({ dates, firstHour, clock, onDrop }: Options) {
  const [drag, setDrag] = useState<Drag>();
  const ended = useRef(0);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const wanted = drag && {
    doctorId: drag.visit.doctorId,
    serviceId: drag.visit.serviceId,
    firstDate: dates[0] ?? drag.date,
    days: dates.length,
  };
  const slots = useFreeSlots(wanted ?? null).slots;
  const free: FreePlace[] = drag
    ? slots.map(({ start, scheduleId }) => ({ start, scheduleId, ...wallClock(start, clock) }))
    : [];
  const target = drag && nearestFree(free, drag.date, drag.minutes);
  const latest = useRef({ drag, target });
  useEffect(() => {
    latest.current = { drag, target };
  });

  const begin = (placed: PlacedVisit) => (press: ReactPointerEvent) => {
    if (
      press.button !== 0 ||
      press.pointerType !== "mouse" ||
      !choicesFor(placed.visit, ["doctor"], Date.now()).canReschedule
    )
      return;
    const block = press.currentTarget.getBoundingClientRect();
    const grabbedAt = ((press.clientY - block.top) / HOUR_PX) * 60;
    const onMove = (event: PointerEvent) => {
      const place = placeUnder(event, firstHour, grabbedAt);
      if (place) setDrag({ visit: placed.visit, length: placed.to - placed.from, ...place });
    };
    const onEnd = (isDropped: boolean) => {
      ended.current = performance.now();
      const { drag: last, target: found } = latest.current;
      setDrag(undefined);
      const isElsewhere =
        last && (last.date !== wallClock(placed.visit.start, clock).date || last.minutes !== placed.from);
      if (isDropped && isElsewhere)
        onDrop({ visit: last.visit, date: last.date, minutes: last.minutes, target: found });
    };
    stop.current = track(press, onMove, onEnd);
  };
  // Ignore the synthetic click that follows a drag.
  const wasDragged = () => performance.now() - ended.current < 100;
  return { drag, free, target, begin, wasDragged };
}

/** Follows the mouse from a press until it is released or Escape is pressed. A press that hardly moves is no drag. */
function track(
  press: ReactPointerEvent,
  onMove: (event: PointerEvent) => void,
  onEnd: (isDropped: boolean) => void,
): () => void {
  const from = { x: press.clientX, y: press.clientY };
  let isMoving = false;
  const move = (event: PointerEvent) => {
    isMoving ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > MOVED_PX;
    if (!isMoving) return;
    event.preventDefault();
    onMove(event);
  };
  const finish = (isDropped: boolean) => {
    stop();
    if (isMoving) onEnd(isDropped);
  };
  const onUp = () => finish(true);
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && finish(false);
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("keydown", onKey);
  const stop = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("keydown", onKey);
  };
  return stop;
}

/** The column and minute under the pointer, for the upper edge of the dragged visit. */
function placeUnder(
  event: PointerEvent,
  firstHour: number,
  grabbedAt: number,
): { date: string; minutes: number } | undefined {
  for (const column of document.querySelectorAll<HTMLElement>("[data-calendar-date]")) {
    const box = column.getBoundingClientRect();
    if (box.width === 0 || event.clientX < box.left || event.clientX >= box.right) continue;
    const raw = firstHour * 60 + ((event.clientY - box.top) / HOUR_PX) * 60 - grabbedAt;
    const minutes = Math.min(1435, Math.max(0, Math.round(raw / RASTER_MINUTES) * RASTER_MINUTES));
    return { date: column.dataset.calendarDate ?? "", minutes };
  }
  return undefined;
}
