import type { Route } from "next";
import { cn } from "./cn";
import { Link } from "./link";

export type FilterLinksProps = {
  label: string;
  links: { label: string; href: Route; isCurrent: boolean }[];
  /** On a narrow screen in several lines, where none may stay out of sight; otherwise they scroll. */
  wraps?: boolean;
};

/** A few views of a list, as links that can be opened, bookmarked and shared. */
export function FilterLinks({ label, links, wraps = false }: FilterLinksProps) {
  return (
    <nav
      aria-label={label}
      className={cn("mb-5 flex max-w-full gap-1 compact:mb-2", wraps ? "flex-wrap" : "overflow-x-auto")}
    >
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.isCurrent ? "page" : undefined}
          className={cn(
            "inline-flex min-h-8 shrink-0 items-center rounded-full px-3.5 text-sm font-medium pointer-coarse:min-h-11",
            link.isCurrent ? "bg-accent-soft font-semibold text-accent" : "text-quiet hover:bg-sunken hover:text-ink",
          )}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
