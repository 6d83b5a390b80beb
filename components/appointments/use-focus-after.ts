import { useEffect, useRef, type FocusEvent } from "react";
import type { ActionableAppointment } from "@/lib/domain/appointments/format";

/** A step removes its button: then focuses the next action instead of the top of the page. */
export function useFocusAfter(status: ActionableAppointment["status"]) {
  const group = useRef<HTMLDivElement>(null);
  const before = useRef(status);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (before.current === status) return;
    before.current = status;
    if (!hadFocus.current || document.activeElement !== document.body) return;
    group.current?.focus();
    // When no action is left the group is hidden: its list entry gets the focus.
    if (document.activeElement === document.body)
      group.current?.closest("li")?.querySelector<HTMLElement>("a[href]")?.focus();
  }, [status]);
  const onFocus = () => void (hadFocus.current = true);
  const onBlur = (event: FocusEvent) => void (hadFocus.current = event.relatedTarget === null);
  return { ref: group, tabIndex: -1, onFocus, onBlur };
}
