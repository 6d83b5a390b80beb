import type { Route } from "next";
import type { ReactNode } from "react";

export type NavItem = {
  href: Route;
  label: string;
  /** An element, not a component: shells are rendered on the server and elements cross to the browser. */
  icon: ReactNode;
  /** A count worth knowing before navigating; 0 is hidden. */
  badge?: number | undefined;
  /** Active only on exactly this path; for the portal's first page, whose path is a prefix of all others. */
  exact?: boolean | undefined;
};

export type LinkItem = { href: Route; label: string };

/** Tells whether the page at `pathname` belongs to this item. */
export function isActive(pathname: string, item: Pick<NavItem, "href" | "exact">): boolean {
  return pathname === item.href || (!item.exact && pathname.startsWith(`${item.href}/`));
}

/** A count in little space. */
export function badgeText(count: number): string {
  return count > 99 ? "99+" : String(count);
}
