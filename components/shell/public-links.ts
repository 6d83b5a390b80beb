import { routes } from "@/lib/site/routes";
import type { LinkItem } from "./nav";

/** The public pages. */
export const PUBLIC_LINKS: LinkItem[] = [
  { href: routes.doctors.list(), label: "Doctors" },
  { href: routes.hospitals.list(), label: "Hospitals" },
  { href: routes.services.list(), label: "Services" },
];
