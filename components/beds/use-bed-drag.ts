"use client";
import { useEffect, useEffectEvent, useRef, type PointerEvent as ReactPointerEvent, type RefObject } from "react";

const MOVED_PX = 6;
/** The edge of the window in which a drag scrolls the page, and how fast. */
const EDGE_PX = 72;
const SCROLL_PX = 14;

type BedDrop = { dragId: string; bedId: string };

type Options = {
  /** The element around everything that can be dragged and dropped on. */
  root: RefObject<HTMLElement | null>;
  /** Follows the pointer while something is dragged; its text is set to the dragged item. */
  ghost: RefObject<HTMLElement | null>;
  nameOf: (dragId: string) => string | undefined;
  onDrop: (drop: BedDrop) => void;
};

/**
 * Drags patients to beds with the mouse. Draggable items have `data-drag`, targets `data-bed` with
 * `data-condition="FREE"`. During a drag only attributes change, so that no bed is rendered again. Escape cancels.
 * Touch scrolls instead; touch and keyboard users have the dialogs.
 */
export function useBedDrag({ root, ghost, nameOf, onDrop }: Options) {
  const ended = useRef(0);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const drop = useEffectEvent(onDrop);
  const name = useEffectEvent(nameOf);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const onDown = (press: PointerEvent) => {
      const dragged = (press.target as HTMLElement).closest<HTMLElement>("[data-drag]");
      const dragId = dragged?.dataset.drag;
      if (!dragId || press.button !== 0 || press.pointerType !== "mouse" || isOwnControl(press.target as HTMLElement))
        return;
      stop.current = track(
        { press, root: element, ghost: ghost.current, label: name(dragId) ?? "" },
        (bedId, wasMoved) => {
          if (wasMoved) ended.current = performance.now();
          if (bedId) drop({ dragId, bedId });
        },
      );
    };
    element.addEventListener("pointerdown", onDown);
    return () => element.removeEventListener("pointerdown", onDown);
  }, [root, ghost]);

  // Ignore the synthetic click that follows a drag. Dialogs above handle their own clicks.
  const onClickCapture = (event: ReactPointerEvent | React.MouseEvent) => {
    const isOnBoard = event.currentTarget.contains(event.target as Node);
    if (isOnBoard && performance.now() - ended.current < 100) event.stopPropagation();
  };
  return { onClickCapture };
}

/** A press on a button inside the card is for that button; the card's own button is the card. */
function isOwnControl(target: HTMLElement): boolean {
  const control = target.closest<HTMLElement>("button, a, input, select");
  return control !== null && control.dataset.bedButton === undefined;
}

type Tracked = { press: PointerEvent; root: HTMLElement; ghost: HTMLElement | null; label: string };

function track(
  { press, root, ghost, label }: Tracked,
  onEnd: (bedId: string | undefined, wasMoved: boolean) => void,
): () => void {
  let isMoving = false;
  let over: HTMLElement | undefined;
  const hover = (next: HTMLElement | undefined) => {
    if (next === over) return;
    over?.removeAttribute("data-over");
    over = next;
    over?.setAttribute("data-over", "");
  };
  const onMove = (event: PointerEvent) => {
    if (!isMoving) {
      isMoving = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > MOVED_PX;
      if (!isMoving) return;
      root.setAttribute("data-dragging", "");
      document.getSelection()?.removeAllRanges();
      if (ghost) ghost.textContent = label;
    }
    event.preventDefault();
    if (ghost) ghost.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 12}px)`;
    hover(freeBedAt(event.clientX, event.clientY));
    scrollAtEdge(event.clientY);
  };
  const finish = (isDropped: boolean) => {
    const bedId = isDropped && isMoving ? over?.dataset.bed : undefined;
    hover(undefined);
    root.removeAttribute("data-dragging");
    stop();
    onEnd(bedId, isMoving);
  };
  const onUp = () => finish(true);
  const onCancel = () => finish(false);
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && finish(false);
  // Prevents selecting the text under the pointer.
  const onSelect = (event: Event) => event.preventDefault();
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", onCancel);
  window.addEventListener("keydown", onKey);
  document.addEventListener("selectstart", onSelect);
  const stop = () => {
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", onCancel);
    window.removeEventListener("keydown", onKey);
    document.removeEventListener("selectstart", onSelect);
  };
  return stop;
}

function scrollAtEdge(y: number): void {
  if (y < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
  else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
}

function freeBedAt(x: number, y: number): HTMLElement | undefined {
  const bed = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-bed]");
  return bed?.dataset.condition === "FREE" ? bed : undefined;
}
