import type { ReactNode } from "react";
import { cn } from "./cn";

const ICONS = { sm: "[&_svg]:size-4", md: "[&_svg]:size-5" } as const;

export type IconFactProps = { icon: ReactNode; label: string; size?: keyof typeof ICONS; children: ReactNode };

/** One line of a `dl`, with an icon in place of the term; screen readers hear the term. */
export function IconFact({ icon, label, size = "md", children }: IconFactProps) {
  return (
    <div className="flex items-start gap-3">
      <dt className={cn("mt-0.5 text-quiet", ICONS[size])}>
        <span className="sr-only">{label}</span>
        <span aria-hidden>{icon}</span>
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
