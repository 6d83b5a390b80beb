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
  /** Pages of this section whose paths don't begin with `href`: `pagesOf(…)`. */
  also?: string[] | undefined;
  /** What else ⌘K finds it by. */
  keywords?: string[] | undefined;
};

export type LinkItem = { href: Route; label: string };

/** The paths that the given pages of `routes` begin with, up to their first ID. */
export function pagesOf(...pages: { readonly pattern: string }[]): string[] {
  return pages.map(({ pattern }) => pattern.replace(/(\/\[|[?#]).*$/, ""));
}

/** Tells whether the page at `pathname` belongs to this item. */
export function isActive(
  pathname: string,
  { href, exact, also = [] }: Pick<NavItem, "href" | "exact" | "also">,
): boolean {
  if (exact ? pathname === href : isWithin(pathname, href)) return true;
  return also.some((path) => isWithin(pathname, path));
}

const isWithin = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`);

/** A count in little space. */
export function badgeText(count: number): string {
  return count > 99 ? "99+" : String(count);
}
