import type { Route } from "next";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Link } from "./link";
import { textTone, type Tone } from "./tone";

export type StatTileProps = {
  label: ReactNode;
  value: ReactNode;
  /** The unit or the whole: "of 24 beds", "min". */
  unit?: ReactNode;
  /** What it means or how it changed, in words. */
  note?: ReactNode;
  noteTone?: Tone;
  icon?: ReactNode;
  /** The page with the details; the whole tile links there. */
  href?: Route;
  className?: string;
};

/** One important number. Several go into a `StatGrid`. */
export function StatTile({ label, value, unit, note, noteTone = "neutral", icon, href, className }: StatTileProps) {
  return (
    <div
      className={cn(
        "relative flex min-w-0 flex-col rounded-lg border border-line bg-surface p-4",
        href && "hover:border-line-strong",
        className,
      )}
    >
      <dt className="flex items-center gap-2 text-sm text-quiet [&_svg]:size-4 [&_svg]:shrink-0">
        {icon}
        {href ? (
          <Link href={href} className="rounded-sm after:absolute after:inset-0 after:rounded-lg">
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className="mt-1.5">
        <span className="text-2xl font-semibold tracking-tight tabular">{value}</span>
        {unit ? <span className="ml-1.5 text-sm text-quiet">{unit}</span> : null}
        {note ? <span className={cn("mt-0.5 block text-sm", textTone[noteTone])}>{note}</span> : null}
      </dd>
    </div>
  );
}

export function StatGrid({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={cn("grid grid-cols-2 gap-3 lg:grid-cols-4", className)}>{children}</dl>;
}
