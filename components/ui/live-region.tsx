import type { ReactNode } from "react";

/** Reads out what arrives in it. Keep it in the page from the start: a region that appears with its text is not read. */
export function LiveRegion({ assertive = false, children }: { assertive?: boolean; children: ReactNode }) {
  return (
    <div role={assertive ? "alert" : "status"} aria-atomic="true" className="sr-only">
      {children}
    </div>
  );
}
