import type { ReactNode } from "react";

/** One line of the booking; the icon's meaning is available to screen readers. */
export function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3">
      <dt className="mt-0.5 text-quiet [&_svg]:size-4">
        <span className="sr-only">{label}</span>
        <span aria-hidden>{icon}</span>
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
