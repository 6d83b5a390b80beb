import { BedDouble, Bell, CalendarDays, FileText, Home, MessageSquare, Search, Users } from "lucide-react";
import type { PalettePage } from "@/components/lookup/portal-palette";
import { pagesOf, type NavItem } from "@/components/shell/nav";
import { routes } from "@/lib/site/routes";

export const ITEMS: NavItem[] = [
  { href: routes.patient.home(), label: "Today", icon: <Home />, exact: true },
  {
    href: routes.patient.visits(),
    label: "Appointments",
    icon: <CalendarDays />,
    also: pagesOf(routes.patient.waitlist, routes.patient.arrive),
  },
  { href: routes.doctors.list(), label: "Find a doctor", icon: <Search /> },
  { href: routes.patient.records(), label: "Records", icon: <FileText /> },
  { href: routes.patient.conversations(), label: "Messages", icon: <MessageSquare /> },
  { href: routes.patient.stays(), label: "Stays", icon: <BedDouble /> },
  { href: routes.patient.family(), label: "Family", icon: <Users /> },
  { href: routes.patient.notifications(), label: "Notifications", icon: <Bell /> },
];

/** Not in the rail, but found by ⌘K. */
export const PAGES: PalettePage[] = [
  { href: routes.patient.waitlist(), label: "Waitlist", keywords: ["earlier time", "offers"] },
  { href: routes.patient.notes(), label: "Notes", keywords: ["records", "doctor's notes"] },
  {
    href: routes.patient.measurements(),
    label: "Measurements",
    keywords: ["blood pressure", "weight", "temperature", "pulse"],
  },
  { href: routes.patient.medicines(), label: "Medicines", keywords: ["prescriptions", "drugs", "tablets"] },
  { href: routes.patient.background(), label: "Allergies and conditions", keywords: ["no known allergies", "health"] },
  { href: routes.patient.recordAccess(), label: "Who opened your records", keywords: ["access log", "privacy"] },
  { href: routes.patient.download(), label: "Download everything", keywords: ["export", "json", "data", "copy"] },
  { href: routes.patient.requestStay(), label: "Request a bed", keywords: ["hospital stay"] },
  { href: routes.hospitals.list(), label: "Hospitals", keywords: ["beds", "clinics"] },
  { href: routes.services.list(), label: "Services" },
];
