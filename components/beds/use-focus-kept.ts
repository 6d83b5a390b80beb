"use client";
import { useEffect, useRef, type FocusEvent, type RefObject } from "react";
import type { Board } from "./board-view";

/**
 * A step takes away what had the focus: a request that was answered, a button of a bed that is no longer kept. The
 * focus then goes to the bed it was about, else to the next request, instead of to the top of the page.
 */
export function useFocusKept(board: Board, root: RefObject<HTMLElement | null>) {
  const bedId = useRef<string>(undefined);
  const isInside = useRef(false);
  useEffect(() => {
    if (!isInside.current || document.activeElement !== document.body) return;
    const target =
      (bedId.current && root.current?.querySelector<HTMLElement>(`[data-bed-button="${bedId.current}"]`)) ||
      root.current?.querySelector<HTMLElement>("[data-request] button");
    target?.focus({ preventScroll: true });
  }, [board, root]);
  const listeners = {
    onFocus: (event: FocusEvent<HTMLElement>) => {
      isInside.current = true;
      const within = (event.target as HTMLElement).closest<HTMLElement>("[data-bed]")?.dataset.bed;
      if (within) bedId.current = within;
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      isInside.current =
        event.relatedTarget === null || (event.currentTarget as HTMLElement).contains(event.relatedTarget as Node);
    },
  };
  return { listeners, goTo: (id: string) => void (bedId.current = id) };
}
