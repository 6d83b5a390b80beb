import { ChevronLeft } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Link } from "./link";

export type PageHeaderProps = {
  /** What is true now: "3 patients waiting", not the page's name. */
  title: ReactNode;
  /** The sentence that completes it. */
  text?: ReactNode;
  /** A small line above the title: the date, the place. */
  eyebrow?: ReactNode;
  back?: { href: Route; label: string };
  actions?: ReactNode;
  className?: string;
};

export function PageHeader({ title, text, eyebrow, back, actions, className }: PageHeaderProps) {
  return (
    <div
      className={cn(
        "mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4 compact:mb-2 compact:items-center compact:gap-y-1 compact:[&_:is(a,button)]:h-8",
        className,
      )}
    >
      <div className="min-w-0 flex-[1_1_16rem] compact:flex compact:flex-wrap compact:items-baseline compact:gap-x-3">
        {back ? (
          <Link
            href={back.href}
            data-print="hide"
            className="touch-target mb-2 -ml-1 inline-flex items-center gap-1 rounded-md pr-1 text-sm font-medium text-quiet hover:text-ink"
          >
            <ChevronLeft aria-hidden className="size-4" />
            {back.label}
          </Link>
        ) : null}
        {eyebrow ? <p className="mb-0.5 text-sm font-medium text-quiet compact:hidden">{eyebrow}</p> : null}
        <h1 className="text-2xl compact:text-lg">{title}</h1>
        {text ? <p className="mt-1 max-w-prose text-quiet compact:mt-0 compact:text-sm">{text}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
