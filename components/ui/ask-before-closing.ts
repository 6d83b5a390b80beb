import { createContext, useState } from "react";
import { leave } from "./leave";

/** The dialog around; unsaved changes inside hold it as well as the page. */
export const DialogScope = createContext<symbol | undefined>(undefined);

type Given = {
  open?: boolean | undefined;
  defaultOpen?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
};

/**
 * For a dialog's root: closing by Escape, by a click beside it or by its own buttons asks first where something inside is
 * unsaved. Who closes it from outside, because it is done, asks nobody.
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
