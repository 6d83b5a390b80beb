import type { ReactNode } from "react";

/** Announces what appears in it. Render it from the start: a region that appears with its text is not read. */
export function LiveRegion({ assertive = false, children }: { assertive?: boolean; children: ReactNode }) {
  return (
    <div role={assertive ? "alert" : "status"} aria-atomic="true" className="sr-only">
      {children}
    </div>
  );
}
