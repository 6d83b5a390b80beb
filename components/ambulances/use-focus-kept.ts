"use client";
import { useEffect, useRef, type FocusEvent, type RefObject } from "react";
import type { DispatchView } from "./dispatch-view";

/**
 * A step moves its call to another column, or away, and its button with it. Then focuses the same call in its new
 * place, else the next waiting one, instead of the top of the page.
 */
export function useFocusKept(view: DispatchView, root: RefObject<HTMLElement | null>) {
  const callId = useRef<string>(undefined);
  useEffect(() => {
    if (callId.current === undefined || document.activeElement !== document.body) return;
    const here = root.current?.querySelector<HTMLElement>(`[data-call="${callId.current}"]`);
    (
      here?.querySelector<HTMLElement>("button:not([aria-disabled=true])") ??
      here ??
      root.current?.querySelector<HTMLElement>("[data-call]")
    )?.focus({ preventScroll: true });
  }, [view, root]);
  return {
    onFocus: (event: FocusEvent<HTMLElement>) => {
      callId.current = event.target.closest<HTMLElement>("[data-call]")?.dataset.call;
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      // To nowhere: the focused element was removed. To somewhere: the user has moved on.
      if (event.relatedTarget !== null) callId.current = undefined;
    },
  };
}
