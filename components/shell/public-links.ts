import type { LinkItem } from "./nav";

/** The public pages. */
export const PUBLIC_LINKS: LinkItem[] = [
  { href: "/doctors", label: "Doctors" },
  { href: "/hospitals", label: "Hospitals" },
  { href: "/services", label: "Services" },
];
