import { BedDouble, Bell, CalendarDays, FileText, Home, Search } from "lucide-react";
import type { ReactNode } from "react";
import { PortalFrame } from "@/app/portal-frame";
import { requirePageActor } from "@/lib/actor/session";

const ITEMS = [
  { href: "/patient", label: "Today", icon: <Home />, exact: true },
  { href: "/patient/visits", label: "Appointments", icon: <CalendarDays /> },
  { href: "/doctors", label: "Find a doctor", icon: <Search /> },
  { href: "/patient/records", label: "Records", icon: <FileText /> },
  { href: "/patient/stays", label: "Stays", icon: <BedDouble /> },
  { href: "/patient/notifications", label: "Notifications", icon: <Bell /> },
];

/** Not in the rail, but found by ⌘K. */
const PAGES = [
  { href: "/patient/stays/new", label: "Request a bed", keywords: ["hospital stay"] },
  { href: "/hospitals", label: "Hospitals", keywords: ["beds", "clinics"] },
  { href: "/services", label: "Services" },
];

export default async function PatientLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor("/patient");
  return (
    <PortalFrame portal="patient" actor={actor} name="Patient" items={ITEMS} pages={PAGES}>
      {children}
    </PortalFrame>
  );
}
