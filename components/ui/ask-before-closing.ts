import { createContext, useState } from "react";
import { leave } from "./leave";

/** The surrounding dialog; unsaved changes inside guard it as well as the page. */
export const DialogScope = createContext<symbol | undefined>(undefined);

type Given = {
  open?: boolean | undefined;
  defaultOpen?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
};

/**
 * For a dialog's root: closing by Escape, by a click outside or by its own buttons asks first when something inside is
 * unsaved. Closing it from outside, because it is done, does not ask.
 */
export function useAskBeforeClosing({ open, defaultOpen = false, onOpenChange }: Given) {
  const [scope] = useState(() => Symbol("dialog"));
  const [ownOpen, setOwnOpen] = useState(defaultOpen);
  const change = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  return {
    scope,
    open: open ?? ownOpen,
    change,
    onOpenChange: (next: boolean) => (next ? change(true) : leave.close(scope, () => change(false))),
  };
}
