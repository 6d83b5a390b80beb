import type { ReactNode } from "react";
import { cn } from "./cn";

export type EmptyStateProps = {
  icon: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  /** The next step: a button or a link. */
  action?: ReactNode;
  level?: 2 | 3;
  className?: string;
};

/** An empty state: why nothing is here, and what to do next. */
export function EmptyState({ icon, title, text, action, level = 2, className }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={cn(
        "flex flex-col items-center rounded-lg border border-dashed border-line px-6 py-12 text-center",
        className,
      )}
    >
      <span
        aria-hidden
        className="mb-4 flex size-12 items-center justify-center rounded-full bg-accent-soft text-accent [&_svg]:size-6"
      >
        {icon}
      </span>
      <Heading className="text-base">{title}</Heading>
      {text ? <p className="mt-1 max-w-sm text-sm text-quiet">{text}</p> : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
