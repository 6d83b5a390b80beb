"use client";
import { useEffect, useRef, type FocusEvent, type RefObject } from "react";
import type { Board } from "./board-view";

/**
 * A step removes the focused element: an answered request, a button of a bed no longer reserved. Then focuses the bed
 * it was about, else the next request, instead of the top of the page.
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
