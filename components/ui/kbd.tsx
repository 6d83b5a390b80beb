import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-xs border border-line bg-sunken px-1.5 py-px font-sans text-xs text-quiet">{children}</kbd>
  );
}
