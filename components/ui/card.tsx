import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export type CardProps = ComponentProps<"div"> & {
  as?: "div" | "article" | "section" | "li";
  /** Without inner spacing, for lists and tables that reach the edge. */
  flush?: boolean;
};

/** A card on the page. */
export function Card({ as: Tag = "div", flush, className, ...props }: CardProps) {
  const Element = Tag as "div";
  return (
    <Element {...props} className={cn("rounded-lg border border-line bg-surface", !flush && "p-4 sm:p-5", className)} />
  );
}

export type CardHeaderProps = {
  title: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  className?: string;
};

export function CardHeader({ title, text, actions, level = 2, className }: CardHeaderProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={cn("mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2", className)}>
      <div className="min-w-0">
        <Heading className="text-base">{title}</Heading>
        {text ? <p className="mt-0.5 text-sm text-quiet">{text}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
