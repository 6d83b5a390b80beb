import type { ReactNode } from "react";
import { cn } from "./cn";
import { softTone, type Tone } from "./tone";

export type BadgeProps = { tone?: Tone; className?: string; children: ReactNode };

/** A word or two about a thing: a language, a kind, a count. For statuses use `StatusBadge`. */
export function Badge({ tone = "neutral", className, children }: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex h-6 w-fit max-w-full items-center gap-1.5 rounded-full px-2.5 text-xs font-semibold whitespace-nowrap tabular print:h-auto print:px-0 [&_svg]:size-3.5 [&_svg]:shrink-0",
        softTone[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
