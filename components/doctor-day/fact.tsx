import type { ReactNode } from "react";

/** One line of a list of facts. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-quiet">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
