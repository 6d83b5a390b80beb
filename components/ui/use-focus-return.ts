"use client";
import { useRef } from "react";

/**
 * Returns focus to what had it before a dialog opened. Radix does so only for the dialog's own trigger; many are opened
 * by a menu, a chart or a failure and have none, and focus would go to the top of the page.
 */
export function useFocusReturn() {
  const opener = useRef<Element>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      const target = opener.current;
      if (!(target instanceof HTMLElement) || !target.isConnected || target === document.body) return;
      event.preventDefault();
      target.focus();
    },
  };
}
